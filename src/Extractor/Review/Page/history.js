// Who changed what in a record, and when; what was taken back is struck. And what somebody decided while this reviewer was at work.

import { post } from './api.js';
import { byId, button, make, openDialog, closeDialog, tell, state } from './dom.js';
import { desk, watch } from './desk.js';
import { applied, changesInWords, keeping, statusInWords, when } from './words.js';

let open = () => {};

export function useHistory(opener) { open = opener; }

// Each decision in words: what it changed is told against the record as it stood then.
export function told(detail) {
  let record = detail.base ?? detail.record;
  return detail.history.map(one => {
    const words = changesInWords(one.changes ?? [], record);
    if (!one.undone && (one.status === 'reviewed' || one.status === 'open')) record = applied(record, one.changes ?? []);
    return { ...one, words };
  });
}

function entry(one) {
  const what = make('ul', {}, ...one.words.map(words => make('li', { textContent: words })));
  const note = one.note ? [make('p', { className: 'note', textContent: `“${one.note}”` })] : [];
  const head = make('p', {}, make('strong', { textContent: one.by }), ` ${statusInWords(one.status)} · `, make('time', { dateTime: one.at, textContent: when(one.at) }), one.batch ? ' · with others of its kind' : '');
  const back = one.undone || one.status === 'undone' ? [] : [button('Take it back', () => takeBack(one))];
  return make('li', { className: one.undone ? 'undone' : '' }, one.undone ? make('s', {}, head, what) : make('div', {}, head, what), ...note, ...(one.undone ? [make('p', { className: 'note', textContent: 'taken back' })] : back));
}

export function showHistory() {
  if (!desk.detail) return;
  const { record, history } = desk.detail, made = make('li', {}, make('p', {}, make('strong', { textContent: 'The program' }), ` ${record.madeBy.version} made it, confidence ${record.confidence.toFixed(2)}`));
  openDialog('History of this record', [make('ol', { className: 'history' }, made, ...told(desk.detail).map(entry)), ...(history.length ? [] : [make('p', { textContent: 'Nobody has decided on it yet.' })])]);
}

async function takeBack(one) {
  try {
    const { kept } = await post('/undo', { decision: one.batch ?? one.id });
    closeDialog();
    await open(desk.detail.record.id, { isAnew: true });
    state(`Taken back${keeping(kept)}`);
  } catch (error) {
    closeDialog();
    tell(`Not taken back: ${error.message}`);
  }
}

const most = 4;

function summary({ by, status, at, words, note }) {
  const changed = [...words.slice(0, most), ...(words.length > most ? [`and ${words.length - most} more (h)`] : [])].join('; ');
  return `${by} ${statusInWords(status)}, ${when(at)}${changed && ': ' + changed}${note ? ` (“${note}”)` : ''}.`;
}

// What became of the record while this reviewer was at work is told; their own values stay in the form.
export function meanwhile(become) {
  const last = told(desk.detail).at(-1), lost = desk.draft.lost ?? [];
  const what = become === 'decision' && last ? summary(last) : 'A run has made the record anew.';
  byId('meanwhile').textContent = `${what} Your own values are in the form still: save to put them over that, or go on with j.${lost.length ? ` Not carried over, for the record has it no more: ${lost.join(', ')}.` : ''}`;
}

// “become”: what became of a record of which a draft was kept; null where none was.
export function noticed(become) {
  if (become === 'decision' || become === 'run') meanwhile(become);
  else byId('meanwhile').textContent = become ? 'Your draft of before is in the form; it is not saved yet.' : '';
}

// The last decision that holds is told above the text, with the note of whoever could not tell.
watch(what => {
  if (what !== 'record') return;
  const last = desk.detail.history.length ? told(desk.detail).at(-1) : null;
  byId('last').textContent = last ? summary(last) : '';
});
