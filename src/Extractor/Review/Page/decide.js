// Sends what the reviewer decides. “Saved” is said only when the server has confirmed it; where it does not answer, the decision waits and is sent when it is back.

import { post, get, recordPath, Gone } from './api.js';
import { byId, make, openDialog, closeDialog, button, say, state, tell } from './dom.js';
import { desk, lay, view } from './desk.js';
import { changes, draftOf, isChanged, rebased, since } from './draft.js';
import { forget, keep } from './keep.js';
import { settle } from './queue.js';
import { didOnServer } from './steps.js';
import { offerAlike } from './alike.js';
import { meanwhile } from './history.js';
import { typedTopic } from './topics.js';
import { put, takeOut, useOutbox, waiting } from './outbox.js';

let open = () => {};

export function useDecisions(opener) {
  open = opener;
  useOutbox(deliver);
}

const bodyOf = (draft, status, more) => ({ id: draft.id, status, changes: status === 'rejected' || status === 'unsure' ? [] : changes(draft), seen: draft.seen, print: draft.print, ...more });

// Not an announcement, and cannot tell: nothing in the form goes with it.
export async function decide(status, note = null) {
  if (!desk.detail || desk.isBusy) return;
  if (status === 'reviewed' && typedTopic()) return tell(`There is no topic “${typedTopic()}”. Choose one of the list, or empty the field.`);
  const draft = desk.draft, body = bodyOf(draft, status, { note, view: view() });
  tell('');
  await busily(() => sendDecision(body, draft)).catch(error => tell(error.message));
}

async function sendDecision(body, draft, gone = later) {
  const answer = await send('/decisions', body, draft, gone);
  if (answer) await decided(draft, body, answer);
}

// Until the next record is open, nothing else is decided or taken back.
async function busily(act) {
  desk.isBusy = true;
  byId('footer').classList.add('busy');
  try {
    await act();
  } finally {
    desk.isBusy = false;
    byId('footer').classList.remove('busy');
  }
}

// The server has it. The next record is opened, unless the reviewer is elsewhere by now; what they typed while it was on its way stays in the form.
async function decided(draft, body, answer) {
  takeOut(draft.id);
  forget(draft.id);
  state(`Saved: ${draft.shown.title}`, true);
  if (body.status !== 'unsure') offerAlike({ id: body.id, status: body.status, changes: body.changes });
  const following = await settle(draft.id, answer.left);
  if (desk.draft?.id !== draft.id) return;
  if (desk.draft.lines === draft.lines && desk.draft.general === draft.general) return open(following);
  const detail = await get(recordPath(draft.id, '?claim=1'));
  lay(detail, rebased(desk.draft, detail));
  keep(desk.draft);
}

// Splits and merges: what was corrected is saved first, and the record is laid anew with it, so that nothing of it is lost, and nothing there twice.
export async function reshape(path, more, words) {
  if (desk.isBusy) return;
  tell('');
  await busily(() => shaped(path, more, words)).catch(error => tell(error.message));
}

async function shaped(path, more, words) {
  if (isChanged(desk.draft) && !await saveFirst()) return;
  const { draft } = desk, answer = await send(path, { id: draft.id, ...more, seen: draft.seen, print: draft.print }, draft);
  if (!answer) return;
  if (more.with) offerAlike({ id: draft.id, with: more.with });
  await open(answer.records?.[0] ?? answer.record ?? draft.id, { isAnew: true });
  state(words, true);
}

async function saveFirst() {
  const { draft } = desk;
  if (!await send('/decisions', bodyOf(draft, 'open', { note: null }), draft)) return false;
  forget(draft.id);
  try {
    const detail = await get(recordPath(draft.id, '?claim=1'));
    lay(detail, draftOf(detail));
    return true;
  } catch (error) {
    tell(`What you corrected is saved, and no more than that: ${error.message}`);
    return false;
  }
}

// The answer, or nothing where it was not saved: the draft stays then. “gone”: what is done where the server does not answer.
async function send(path, body, draft, gone = later) {
  const answer = await post(path, body).catch(error => error instanceof Gone ? gone(path, body, draft, error) : failed(error, body, draft));
  if (answer) didOnServer({ id: draft.id, title: draft.shown.title, path, body, decision: answer.decision, draft });
  return answer;
}

async function failed(error, body, draft) {
  keep(draft);
  takeOut(draft.id);
  const words = `Not saved: ${desk.draft?.id === draft.id ? '' : `${draft.shown.title}: `}${error.message}`;
  if (error.status !== 409) return void tell(words);
  const detail = await get(recordPath(draft.id, '?claim=1')).catch(() => null), last = detail?.history.at(-1);
  if (last && isOurs(last, body)) return { decision: last.id };
  tell(words);
  if (!detail || desk.draft?.id !== draft.id) return;
  lay(detail, rebased(desk.draft, detail));
  keep(desk.draft);
  const become = since(draft, detail);
  if (become !== 'nothing') meanwhile(become);
}

// The answer was lost on the way, and the decision was not.
const isOurs = (last, body) => last.by === desk.reviewer && last.status === body.status && last.id !== body.seen && JSON.stringify(last.changes) === JSON.stringify(body.changes);

function later(path, body, draft) {
  keep(draft);
  if (path !== '/decisions' || body.status === 'open') return tell('Not saved: “extract review” does not answer. Start it again where it has ended, and do this once more; what you corrected is kept on this machine.');
  put(body, draft);
  tellWaiting();
}

// What waits is told as long as it does.
export function tellWaiting() {
  const many = waiting();
  tell(many === 0 ? '' : `Not saved yet: “extract review” does not answer. ${many === 1 ? 'What you decided is' : `${many} decisions are`} kept on this machine, and sent when it answers again. Start it again where it has ended.`);
}

// What has waited is sent again; where the server does not answer still, it waits on.
const deliver = ({ body, draft }) => busily(() => sendDecision(body, draft, (path, sent, of, error) => { throw error; }));

// “Cannot tell”, with a word on why for whoever looks next.
export function askNote() {
  if (['reviewed', 'rejected'].includes(desk.detail.record.status)) return tell('This record is settled. Take that back first (History), then say that you cannot tell.');
  const note = make('textarea', { id: 'note', rows: 3 });
  const send = () => { closeDialog(); decide('unsure', note.value.trim() || null); };
  note.onkeydown = event => { if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); send(); } };
  openDialog('Cannot tell', [make('label', { htmlFor: 'note', textContent: 'Why? The next reader sees it; the record goes to the end of the list.' }), note,
    make('p', { className: 'buttons' }, button(['Put it aside ', make('kbd', { textContent: 'Enter' })], send, { className: 'chief' }))], { first: note });
  say('Cannot tell: write why, then Enter.');
}
