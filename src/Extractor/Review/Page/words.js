// Changes, times and spans of time in words.

import { kinds, labels, named, said } from './kinds.js';

const steps = path => path.split('/').slice(1).map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));

const brief = value => value === null || value === undefined || value === '' ? 'nothing' : typeof value === 'object' ? value.label ?? value.name ?? value.text ?? '…' : value === true ? 'yes' : value === false ? 'no' : String(value);

// One change in words, against the record as it was then.
function inWords({ op, path, value }, record) {
  const [kind, at, name] = steps(path);
  if (!kinds[kind]) return ['start', 'end', 'text'].includes(kind) ? 'another stretch of the text' : `${labels[kind] ?? kind}: ${brief(valueAt(record, path))} → ${brief(value)}`;
  const { one } = kinds[kind];
  if (op === 'add') return `${one} ${said(kind, value)} added`;
  const shown = record?.[kind]?.[at], called = shown ? `${one} ${named(kind, shown)}` : one;
  return op === 'remove' ? `${called} removed` : `${called}: ${labels[name] ?? name} ${brief(shown?.[name])} → ${brief(value)}`;
}

// What falls with a value is not worth a word of its own.
const silent = new Set(['geonameId', 'latitude', 'longitude', 'region', 'id', 'start', 'end', 'evidence', 'also', 'inherited']);

export function changesInWords(changes, record) {
  const worth = changes.filter(change => steps(change.path)[0] !== 'questions' && !(change.op === 'replace' && kinds[steps(change.path)[0]] && silent.has(steps(change.path)[2])));
  return [...new Set((worth.length ? worth : changes).map(change => inWords(change, record)))];
}

function valueAt(record, path) { return steps(path).reduce((node, step) => node?.[step], record); }

// The record with changes made, as far as they fit: for telling what came after them.
export function applied(record, changes) {
  const made = structuredClone(record);
  for (const { op, path, value } of changes) {
    const way = steps(path), name = way.pop(), owner = way.reduce((node, step) => node?.[step], made);
    if (!owner) continue;
    if (!Array.isArray(owner)) owner[name] = op === 'remove' ? undefined : value;
    else if (op === 'remove') owner.splice(Number(name), 1);
    else if (op === 'add') owner.splice(name === '-' ? owner.length : Number(name), 0, value);
    else owner[Number(name)] = value;
  }
  return made;
}

export const statusInWords = status => ({ reviewed: 'accepted', rejected: 'said it is no announcement', open: 'changed', unsure: 'could not tell', undone: 'took back a decision' })[status] ?? status;

export function when(at) {
  const time = new Date(at), clock = time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return time.toDateString() === new Date().toDateString() ? `today at ${clock}` : `${time.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}, ${clock}`;
}

export function span(seconds) {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 40 ? `${hours} h` : `${Math.round(hours / 8)} working days`;
}

export const count = (number, one, many = one + 's') => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

// What an undo did not reach: the records that somebody has decided on since, as it had left them.
export const keeping = kept => kept.length ? `, but ${count(kept.length, 'record')} that ${kept.length === 1 ? 'was' : 'were'} decided on since ${kept.length === 1 ? 'keeps' : 'keep'} it` : '';
