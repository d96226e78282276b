// The fields of a record as two readers compare them, and one of them taken over as a whole.

import { addLine, setGeneral, setRemoved, setValues } from './draft.js';
import { general, kinds, said } from './kinds.js';

const pointers = { '/title': '/title', '/eventType': '/eventType/label', '/eventStatus': '/eventStatus', '/online': '/online' };

export const fields = [...Object.keys(pointers), ...Object.keys(kinds).map(kind => '/' + kind)];

export const fieldName = field => kinds[field.slice(1)]?.title ?? { '/title': 'Title', '/eventType': 'Type', '/eventStatus': 'Status', '/online': 'Online' }[field] ?? field.slice(1);

// What a record says in a field, as a list of words.
export function sayings(record, field) {
  const kind = field.slice(1);
  if (kinds[kind]) return record[kind].map(value => said(kind, value)).sort();
  const value = general[pointers[field]].of(record);
  return [value === true ? 'yes' : value === false ? 'no' : value ?? 'not said'];
}

export const differ = (a, b, field) => JSON.stringify(sayings(a, field)) !== JSON.stringify(sayings(b, field));

// The draft with a field as another record has it.
export function takeField(draft, field, record) {
  const kind = field.slice(1);
  if (!kinds[kind]) return setGeneral(draft, pointers[field] ?? field, general[pointers[field] ?? field].of(record) ?? null);
  const wanted = [...record[kind]];
  let made = draft;
  for (const line of draft.lines.filter(each => each.kind === kind)) {
    const at = wanted.findIndex(value => place(kind, value) === place(kind, line.value));
    const value = at < 0 ? null : wanted.splice(at, 1)[0];
    made = value === null ? setRemoved(made, line.key, true) : setValues(made, line.key, value);
  }
  return { ...wanted.reduce((next, value) => addLine(next, kind, value), made), current: draft.current };
}

const place = (kind, value) => kind === 'topics' ? value.label : value.start === null ? JSON.stringify([value.name, value.from]) : `${value.start}-${value.end}`;
