// Sends what the reviewer decides. “Saved” is said only when the server has confirmed it; where it does not answer, the decision waits here and is sent when it is back.

import { post, get, recordPath, Gone } from './api.js';
import { byId, make, openDialog, closeDialog, button, say, state, tell } from './dom.js';
import { desk, lay, view } from './desk.js';
import { changes, isChanged, lastSeen, rebased } from './draft.js';
import { forget, keep } from './keep.js';
import { settle } from './queue.js';
import { didOnServer } from './steps.js';
import { offerAlike } from './alike.js';
import { meanwhile } from './history.js';

const patience = 3000;
let isSaving = false, waiting = null, open = () => {};

export function useDecisions(opener) { open = opener; }
export const isBusy = () => isSaving;

// Not an announcement, and cannot tell: nothing in the form goes with it.
export async function decide(status, note = null) {
  if (!desk.detail || isSaving) return;
  const draft = desk.draft, body = { id: draft.id, status, changes: status === 'rejected' || status === 'unsure' ? [] : changes(draft), note, seen: draft.seen, view: view() };
  const answer = await send('/decisions', body, draft);
  if (!answer) return;
  forget(draft.id);
  state(`Saved: ${draft.shown.title}`, true);
  if (status !== 'unsure') offerAlike(draft, body);
  await open(await settle(draft.id, answer.left));
}

// Splits and merges: what was corrected is saved first, so that nothing of it is lost.
export async function reshape(path, more, words) {
  let draft = desk.draft;
  if (isChanged(draft)) {
    const first = await send('/decisions', { id: draft.id, status: 'open', changes: changes(draft), note: null, seen: draft.seen }, draft);
    if (!first) return;
    forget(draft.id);
    draft = { ...draft, seen: first.decision };
  }
  const answer = await send(path, { id: draft.id, ...more, seen: draft.seen }, draft);
  if (!answer) return;
  state(words, true);
  await open(answer.records?.[0] ?? answer.record ?? draft.id, { isAnew: true });
}

// The answer, or nothing where it was not saved: the draft stays then.
async function send(path, body, draft) {
  isSaving = true;
  byId('footer').classList.add('busy');
  clearTimeout(waiting);
  tell('');
  try {
    const answer = await post(path, body);
    didOnServer({ id: draft.id, title: draft.shown.title, path, body, decision: answer.decision, draft });
    return answer;
  } catch (error) {
    return await failed(error, path, body, draft);
  } finally {
    isSaving = false;
    byId('footer').classList.remove('busy');
  }
}

async function failed(error, path, body, draft) {
  keep(draft);
  if (error instanceof Gone) return later(body);
  if (error.status !== 409) return void tell(`Not saved: ${error.message}`);
  const detail = await get(recordPath(draft.id, '?claim=1')).catch(() => null), last = detail?.history.at(-1);
  if (last && isOurs(last, body)) return { decision: last.id };
  tell(`Not saved: ${error.message}`);
  if (!detail) return;
  lay(detail, rebased(draft, detail));
  keep(desk.draft);
  if (lastSeen(detail) !== draft.seen) meanwhile(detail);
}

// The answer was lost on the way, and the decision was not.
const isOurs = (last, body) => last.by === desk.reviewer && last.status === body.status && last.id !== body.seen && JSON.stringify(last.changes) === JSON.stringify(body.changes);

function later({ status, note, id }) {
  tell('Not saved yet: “extract review” does not answer. What you decided is kept on this machine, and is sent by itself when it answers again. Start it again where it has ended.');
  if (['reviewed', 'rejected', 'unsure'].includes(status)) waiting = setTimeout(() => { if (desk.draft?.id === id && !isSaving) decide(status, note); }, patience);
}

export function stopWaiting() { clearTimeout(waiting); }

// “Cannot tell”, with a word on why for whoever looks next.
export function askNote() {
  const note = make('textarea', { id: 'note', rows: 3 });
  const send = () => { closeDialog(); decide('unsure', note.value.trim() || null); };
  note.onkeydown = event => { if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); send(); } };
  openDialog('Cannot tell', [make('label', { htmlFor: 'note', textContent: 'Why? The next reader sees it; the record goes to the end of the list.' }), note,
    make('p', { className: 'buttons' }, button(['Put it aside ', make('kbd', { textContent: 'Enter' })], send, { className: 'chief' }))], { first: note });
  say('Cannot tell: write why, then Enter.');
}
