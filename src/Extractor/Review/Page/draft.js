// A record's draft: the form in which a reviewer corrects it, and the JSON Patch that this makes.

import { make, marked, light, strike, selected } from './text.js';

const cityRoles = ['venue', 'mentioned'];
const organizationRoles = ['organizer', 'co-organizer', 'host', 'supporter', 'participant', 'mentioned'];
// What of each kind may be corrected (how it is written, or the choices), and what was looked up for the old value and falls with it.
const kinds = {
  dates: { title: 'Dates', one: 'a date', fields: { from: 'day', to: 'day', fromTime: 'time', toTime: 'time', role: ['event', 'deadline', 'publication', 'other'] }, lookedUp: [] },
  cities: { title: 'Cities', one: 'a city', fields: { name: 'text', country: 'country', role: cityRoles }, lookedUp: ['region', 'geonameId', 'latitude', 'longitude'] },
  organizations: { title: 'Organizations', one: 'an organization', fields: { name: 'text', acronym: 'text', role: organizationRoles }, lookedUp: ['id'] },
  topics: { title: 'Topics', one: 'a topic', fields: { label: 'text' }, lookedUp: [] },
};
// Days are written as records write them: a browser's own date field would show 10/03 or 03/10 by the reviewer's locale.
const forms = { text: {}, day: { placeholder: 'YYYY-MM-DD', maxLength: 10 }, time: { placeholder: 'HH:MM', maxLength: 5 }, country: { placeholder: 'HR', maxLength: 2 } };
let inputs = 0;

// What a reviewer makes of a record before it is sent: its lines (one a value), and the form that shows them.
export function draftOf(record) {
  const made = { lines: [], sets: [] };
  made.general = [
    field('title', 'text', record.title, '/title'),
    field('type', 'text', record.eventType.label, '/eventType/label'),
    field('status', ['scheduled', 'postponed', 'cancelled'], record.eventStatus, '/eventStatus'),
  ];
  made.general[0].box.className = 'wide';
  made.sets.push(make('fieldset', {}, make('legend', { textContent: 'Announcement' }), make('div', { className: 'fields' }, ...made.general.map(one => one.box))));
  for (const kind in kinds) {
    const add = make('button', { type: 'button', textContent: 'Add ' + kinds[kind].one, title: 'Select its words in the text first' });
    add.onmousedown = event => event.preventDefault(); // keeps the selection
    const set = make('fieldset', {}, make('legend', { textContent: kinds[kind].title }), add);
    const put = line => { made.lines.push(line); add.before(line.element); };
    record[kind].forEach((finding, i) => put(lineOf(kind, finding, `/${kind}/${i}`)));
    add.onclick = () => {
      const line = lineOf(kind, missed(record, kind), null);
      put(line);
      paintText(record, made);
      line.fields[0].control.focus();
    };
    made.sets.push(set);
  }
  return made;
}

// A value that the program did not find. Its certainty is the reviewer's.
function missed(record, kind) {
  const found = selected(record);
  if (kind === 'topics') return { label: found.text, confidence: 1, by: 'review', evidence: found.text ? [[found.start, found.end]] : [] };
  return { ...found, ...(kind === 'dates' ? {} : { name: found.text.replace(/\s+/g, ' ') }), role: kinds[kind].fields.role[0], confidence: 1, by: 'review' };
}

function lineOf(kind, finding, path) {
  const line = { kind, finding, path, key: 'value' + inputs++, removed: false };
  line.fields = Object.entries(kinds[kind].fields).map(([name, type]) => field(name, type, finding[name], path && `${path}/${name}`));
  const text = finding.text ?? finding.label, remove = make('button', { type: 'button', textContent: 'Remove' });
  remove.setAttribute('aria-label', `Remove ${text}`);
  line.remove = on => {
    line.removed = on;
    line.element.classList.toggle('gone', on);
    remove.textContent = on ? 'Keep' : 'Remove';
    remove.setAttribute('aria-label', `${remove.textContent} ${text}`);
    strike(line);
  };
  remove.onclick = () => line.remove(!line.removed);
  const head = make('div', { className: 'words' }, ...(text ? [make('q', { textContent: text })] : []), make('small', { textContent: path ? finding.confidence.toFixed(2) : 'added' }), remove);
  line.element = make('div', { className: 'line', onmouseenter: () => light(line, true), onmouseleave: () => light(line, false) }, head, make('div', { className: 'fields' }, ...line.fields.map(one => one.box)));
  line.element.addEventListener('focusin', () => light(line, true));
  line.element.addEventListener('focusout', () => light(line, false));
  return line;
}

function field(name, type, value, path) {
  const control = Array.isArray(type)
    ? make('select', {}, ...type.map(choice => make('option', { value: choice, textContent: choice, selected: choice === value })))
    : make('input', { type: 'text', value: value ?? '', spellcheck: false, ...forms[type] });
  control.id = 'input' + inputs++;
  if (path) control.dataset.path = path;
  if (name === 'name' || name === 'acronym') control.addEventListener('change', () => { control.value = control.value.trim(); });
  if (name === 'country') control.addEventListener('change', () => { control.value = control.value.toUpperCase(); });
  const one = { name, path, control, box: make('div', name === 'name' || name === 'label' ? { className: 'wide' } : {}, make('label', { htmlFor: control.id, textContent: name }), control) };
  one.changed = () => control.value !== (value ?? '');
  one.value = () => control.value === '' ? null : control.value;
  one.set = to => { control.value = to; control.dispatchEvent(new Event('input')); };
  control.addEventListener('input', () => control.classList.toggle('changed', one.changed()));
  return one;
}

// Puts the announcement's text on the page, marked as the draft stands.
export function paintText(record, draft) {
  document.getElementById('text').replaceChildren(...marked(record, draft.lines));
  draft.lines.forEach(strike);
}

// Puts an answer into the form, or leads to the value that it names.
export function answer(draft, pointer, choice) {
  const [, kind, i, name] = pointer.split('/');
  const line = draft.lines.find(one => one.kind === kind && (name ? one.path === `/${kind}/${i}` : one.finding.text === choice));
  if (!line) return;
  const fields = Object.fromEntries(line.fields.map(one => [one.name, one]));
  line.remove(choice === 'none');
  if (name === 'from') day(fields, choice);
  else if (name === 'geonameId') place(line, fields, choice);
  else if (name && choice !== 'none') fields[name]?.set(choice);
  line.element.scrollIntoView({ block: 'nearest' });
  if (!name) fields.role.control.focus();
}

// A year is put into both days, and so is a range (“first to last”); a day moves the end with it where both were one.
function day({ from, to }, choice) {
  const one = from.control.value === to.control.value, [first, last] = choice.split(' to ');
  if (choice.length === 4) for (const field of [from, to]) { if (field.control.value) field.set(choice + field.control.value.slice(4)); }
  else { from.set(first); if (last || one) to.set(last ?? first); }
}

// “Name, Region, CC (id)”, as the program writes a city to choose; a place of the user's own has no id.
function place(line, { name, country }, choice) {
  const [, words, id] = /^(.*) \((\d*)\)$/.exec(choice), geonameId = id ? Number(id) : null, parts = words.split(', ');
  country.set(parts.pop());
  line.chosen = geonameId === line.finding.geonameId ? null : { geonameId, region: parts.length > 1 ? parts.pop() : null, latitude: null, longitude: null };
  name.set(parts.join(', '));
}

// A JSON Patch: replacements first, then removals from the last index back, so that no path moves under another, then what was added.
export function changes(draft) {
  const replace = (path, value) => ({ op: 'replace', path, value });
  const replacements = line => {
    const corrected = line.fields.filter(one => one.changed()), elsewhere = line.chosen ?? {};
    const falls = line.chosen || corrected.some(one => one.name !== 'role') ? kinds[line.kind].lookedUp : [];
    return [...corrected.map(one => replace(one.path, one.value())),
      ...falls.filter(name => line.finding[name] !== (elsewhere[name] ?? null)).map(name => replace(`${line.path}/${name}`, elsewhere[name] ?? null))];
  };
  const found = draft.lines.filter(line => line.path), kept = draft.lines.filter(line => !line.removed);
  return [
    ...draft.general.filter(one => one.changed()).map(one => replace(one.path, one.value())),
    ...kept.filter(line => line.path).flatMap(replacements),
    ...found.filter(line => line.removed).reverse().map(line => ({ op: 'remove', path: line.path, value: null })),
    ...kept.filter(line => !line.path).map(line => ({ op: 'add', path: `/${line.kind}/-`, value: { ...line.finding, ...added(line) } })),
  ];
}

function added(line) {
  const values = Object.fromEntries(line.fields.map(one => [one.name, one.value()]));
  return line.finding.text === '' ? { ...values, text: values.name ?? values.from ?? '' } : values;
}
