// The round trip through a spreadsheet: the records of the list as CSV, and what was changed in it read back, shown before it is applied.

import { postText, post } from './api.js';
import { button, make, openDialog, state } from './dom.js';
import { desk } from './desk.js';
import { queryOf } from './address.js';
import { count } from './words.js';

export function showSheet() {
  const file = make('input', { type: 'file', id: 'sheet-file', accept: '.csv,text/csv' }), result = make('div', { id: 'sheet-result', role: 'status' });
  file.onchange = async () => { if (file.files[0]) await take(await file.files[0].arrayBuffer(), result); };
  openDialog('Spreadsheet', [
    make('p', { textContent: 'Take the records of the list, as the search and the filters stand, to a spreadsheet; correct them there; and bring the file back. What would change is shown first.' }),
    make('p', {}, make('a', { href: '/sheet.csv' + queryOf(desk.filters, { as: desk.reviewer }), download: 'records.csv', textContent: 'Download records.csv' })),
    make('p', {}, make('label', { htmlFor: 'sheet-file', textContent: 'Bring back a corrected file ' }), file), result,
  ], { wide: true });
}

// Bytes of another encoding would come back as other letters.
async function take(bytes, result) {
  try {
    await look(new TextDecoder('utf-8', { fatal: true }).decode(bytes), result);
  } catch {
    result.replaceChildren(make('p', { className: 'fault', textContent: 'The file cannot be read: it is not in UTF-8. Save it as “CSV UTF-8” in the spreadsheet.' }));
  }
}

async function look(text, result) {
  try {
    const answer = await postText('/sheet?dry=true', text);
    const faults = answer.rows.filter(row => row.fault), good = answer.rows.length - faults.length;
    const rows = answer.rows.slice(0, 200).map(({ title, say, fault }) => make('tr', { className: fault ? 'fault' : '' }, make('td', { textContent: title }), make('td', { textContent: fault ? `Not taken: ${fault}` : say.join('; ') })));
    const table = make('div', { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'What would change' }, make('table', {}, make('thead', {}, make('tr', {}, ...['record', 'change'].map(words => make('th', { scope: 'col', textContent: words })))), make('tbody', {}, ...rows)));
    const words = good ? `${count(good, 'record')} would change.` : 'Nothing in the file differs from the records.';
    result.replaceChildren(make('p', { textContent: words + (faults.length ? ` ${count(faults.length, 'line')} cannot be taken.` : '') }), ...(answer.rows.length ? [table] : []),
      ...(good ? [make('p', { className: 'buttons' }, button(`Change ${count(good, 'record')}`, () => apply(text, result), { className: 'chief' }))] : []));
  } catch (error) {
    result.replaceChildren(make('p', { className: 'fault', textContent: `The file cannot be read: ${error.message}` }));
  }
}

async function apply(text, result) {
  try {
    const { batch, count: changed, rows } = await postText('/sheet?dry=false', text), number = changed ?? rows.length;
    const undo = button('Take it all back', async () => { await post('/undo', { decision: batch }); result.replaceChildren(make('p', { textContent: 'Taken back.' })); dispatchEvent(new Event('records-changed')); });
    result.replaceChildren(make('p', { textContent: `Saved: ${count(number, 'record')} changed.` }), ...(batch ? [undo] : []));
    state(`Saved: ${count(number, 'record')} changed`, true);
    dispatchEvent(new Event('records-changed'));
  } catch (error) {
    result.replaceChildren(make('p', { className: 'fault', textContent: `Not saved: ${error.message}` }));
  }
}
