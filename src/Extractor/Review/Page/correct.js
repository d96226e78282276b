// The corrections that have a key: stepping through the values, years, removal, and words selected in the text.

import { say } from './dom.js';
import { desk, change } from './desk.js';
import { addLine, current, setRemoved, setValues, step, valueOf } from './draft.js';
import { kinds, named } from './kinds.js';
import { focusLine } from './record.js';
import { bringIntoView, selected, unselect } from './text.js';

export function choose(key, isField) {
  change(step(desk.draft, key), 'step');
  focusLine(key, isField);
  bringIntoView(key);
}

export function stepBy(by) {
  const { lines, current: key } = desk.draft, at = lines.findIndex(line => line.key === key);
  if (!lines.length) return say('The record has no values.');
  choose(lines[at < 0 ? by > 0 ? 0 : lines.length - 1 : (at + by + lines.length) % lines.length].key);
}

const chosen = () => current(desk.draft) ?? void say('Choose a value first: v steps through them, or click on marked words.');

export function edit() { const line = chosen(); if (line) choose(line.key, true); }

export function remove() {
  const line = chosen();
  if (!line) return;
  change(setRemoved(desk.draft, line.key, !line.removed));
  focusLine(line.key);
  say(`${named(line.kind, line.value)} ${line.removed ? 'kept' : 'removed'}.`);
}

// The chosen date, or the first event date where none is chosen.
export function shiftYear(by) {
  const { draft } = desk, line = [current(draft), ...draft.lines].find(each => each?.kind === 'dates' && !each.removed);
  if (!line) return say('The record has no date.');
  const { from, to } = line.value, moved = { from: inYear(from, by), to: inYear(to, by) };
  change({ ...setValues(draft, line.key, moved), current: line.key });
  focusLine(line.key);
  say(`${line.value.text}: ${moved.from ?? 'open'}`);
}

function inYear(day, by) {
  if (!day) return day;
  const [year, month, date] = day.split('-').map(Number), isLeap = new Date(Date.UTC(year + by, 1, 29)).getUTCMonth() === 1;
  return [String(year + by).padStart(4, '0'), String(month).padStart(2, '0'), String(month === 2 && date === 29 && !isLeap ? 28 : date).padStart(2, '0')].join('-');
}

// Selected words that overlap a value of the kind are that value's words from now on; else they are a new one.
export function add(kind) {
  const found = selected() ?? { text: '', start: null, end: null }, { draft } = desk;
  const over = found.text ? draft.lines.find(line => line.kind === kind && !line.removed && line.value.start < found.end && found.start < line.value.end) : null;
  if (over && (over.value.start !== found.start || over.value.end !== found.end)) return reword(over, found);
  const next = addLine(draft, kind, valueOf(kind, found, found.isOutside));
  unselect();
  change(next);
  focusLine(next.current, kind === 'dates' || !found.text);
  say(`${kinds[kind].one} ${found.text} added.`);
}

export function takeWords() {
  const line = chosen(), found = selected();
  if (line && !found) return say('Select the words in the text first.');
  if (line) reword(line, found);
}

function reword(line, found) {
  const { text, start, end } = found, names = line.kind === 'dates' || line.kind === 'topics' ? {} : { name: text.replace(/\s+/g, ' ') };
  const values = line.kind === 'topics' ? { evidence: [[start, end]] } : { text, start, end, ...names };
  unselect();
  change({ ...setValues(desk.draft, line.key, values), current: line.key });
  focusLine(line.key);
  say(`The words are now “${text}”.`);
}
