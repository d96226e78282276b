// Undo and redo over all records: a step is a change of a draft, or something that the server was asked to do.

import { post, Refused } from './api.js';
import { say, state, tell } from './dom.js';
import { desk, change, watch } from './desk.js';
import { keep } from './keep.js';
import { keeping } from './words.js';

const done = [], undone = [];
let before = null, open = () => {};

// Leads to a record, as the queue does.
export function useOpen(opener) { open = opener; }

// Something that the server has done: how it is asked for again, by what it is taken back, and with which draft it began.
export function didOnServer({ id, title, path, body, decision, draft }) { push({ id, title, path, body, decision, draft }); }

function push(entry) {
  done.push(entry);
  undone.length = 0;
  if (done.length > 500) done.shift();
}

export const undo = () => once(async () => {
  const entry = done.pop();
  if (!entry) return say('There is nothing to undo since this page was loaded. What was decided before is taken back in a record’s History (h).');
  if (entry.path) await takeBack(entry);
  else await redraw(entry, entry.before);
  undone.push(entry);
});

export const redo = () => once(async () => {
  const entry = undone.pop();
  if (!entry) return say('There is nothing to redo.');
  if (entry.path) await repeat(entry);
  else await redraw(entry, entry.after);
  done.push(entry);
});

async function once(act) {
  if (desk.isBusy) return say('Wait until it is saved.');
  desk.isBusy = true;
  const [was, wasUndone] = [[...done], [...undone]];
  try {
    await act();
  } catch (error) {
    done.splice(0, done.length, ...was);
    undone.splice(0, undone.length, ...wasUndone);
    tell(`Not done: ${error.message}`);
  } finally {
    desk.isBusy = false;
  }
}

// The draft with which it was decided is there again.
async function takeBack(entry) {
  const { kept } = await post('/undo', { decision: entry.decision });
  await open(entry.id, { again: entry.draft });
  entry.seen = desk.draft?.id === entry.id ? desk.draft.seen : null;
  state(`Undone: ${entry.title}${keeping(kept)}`);
}

// As the undo had left it: where somebody has decided since, the server refuses, and what they did is shown.
async function repeat(entry) {
  const answer = await post(entry.path, { ...entry.body, seen: entry.seen }).catch(async error => { await open(entry.id); throw error; });
  entry.decision = answer.decision ?? answer.batch;
  if (!entry.decision) throw new Refused(409, 'the server has not done it again.');
  await open(entry.id);
  state(`Saved again: ${entry.title}`, true);
}

async function redraw(entry, draft) {
  if (desk.draft?.id !== entry.id) {
    keep(draft);
    await open(entry.id);
  } else {
    before = draft;
    change({ ...draft, seen: desk.draft.seen }, 'undo');
  }
}

// Each change of values is a step of its own.
watch(what => {
  if ((what === 'values' || what === 'field') && before?.id === desk.draft.id) push({ id: desk.draft.id, title: desk.draft.shown.title, before, after: desk.draft });
  before = desk.draft;
});
