// Where two readers decided differently: both answers side by side, a key takes one; and how often readers agree, field by field.

import { get } from './api.js';
import { byId, button, key, make, openDialog, tell } from './dom.js';
import { desk, change, view, watch } from './desk.js';
import { differ, fieldName, fields, sayings, takeField } from './fields.js';
import { count } from './words.js';

const box = byId('differences');
let takes = [];

export const areShown = () => !box.hidden;
export const takeDifference = number => takes[number - 1]?.();

function paint() {
  const others = desk.detail.others ?? [], readers = others.slice(-2);
  takes = [];
  box.hidden = view() !== 'differences' || readers.length < 2;
  byId('questions').hidden = !box.hidden; // their numbers are the answers' now
  if (box.hidden) return box.replaceChildren();
  const status = readers[0].status === readers[1].status ? [] : [statusRow(readers)];
  const rows = fields.filter(field => differ(readers[0].record, readers[1].record, field)).map(field => row(field, readers));
  const head = make('tr', {}, make('td'), ...readers.map((reader, i) => make('th', { id: `reader-${i}`, scope: 'col', textContent: reader.by })));
  box.replaceChildren(make('table', {}, make('caption', { textContent: 'Two readers decided differently. Take one answer a line, or correct the form by hand; then accept.' }), make('thead', {}, head), make('tbody', {}, ...status, ...rows)));
}

function statusRow(readers) {
  const words = { reviewed: 'an announcement', rejected: 'not an announcement' };
  return make('tr', {}, make('th', { scope: 'row', textContent: 'It is' }), ...readers.map(reader => make('td', { textContent: (words[reader.status] ?? reader.status) + (reader.status === 'rejected' ? ' (x)' : ' (a)') })));
}

function row(field, readers) {
  const id = `differ-${field.slice(1)}`, cells = readers.map((reader, i) => {
    const number = takes.length + 1, choice = button([number < 10 ? key(number) : '', list(sayings(reader.record, field))], () => takes[number - 1](), { 'aria-describedby': `${id} reader-${i}` });
    takes.push(() => { change(takeField(desk.draft, field, reader.record)); chosen(choice); });
    return make('td', {}, choice);
  });
  return make('tr', {}, make('th', { id, scope: 'row', textContent: fieldName(field) }), ...cells);
}

const list = words => make('span', { className: 'sayings' }, ...(words.length ? words : ['none']).map(word => make('span', { textContent: word })));

function chosen(button) {
  for (const other of button.closest('tr').querySelectorAll('button')) other.setAttribute('aria-pressed', String(other === button));
}

export async function showAgreement() {
  try {
    const { both, fields: rows, differences } = await get('/agreement');
    const table = make('table', {}, make('thead', {}, make('tr', {}, ...['field', 'agree', 'of', ''].map(words => make('th', { scope: 'col', textContent: words })))),
      make('tbody', {}, ...rows.map(({ field, agree, of }) => make('tr', {}, make('th', { scope: 'row', textContent: field }), make('td', { textContent: String(agree) }), make('td', { textContent: String(of) }),
        make('td', { textContent: of ? `${Math.round(agree / of * 100)} %` : '' })))));
    openDialog('How far readers agree', [make('p', { textContent: both ? `${count(both, 'record')} ${both === 1 ? 'was' : 'were'} decided by two readers; in ${differences} they differ still.` : 'No record has been decided by two readers yet.' }), ...(both ? [table] : [])]);
  } catch (error) {
    tell(error.message);
  }
}

watch(what => { if (what === 'record') paint(); });
