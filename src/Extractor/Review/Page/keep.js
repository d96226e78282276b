// Drafts are kept on this machine at each change, until the server has confirmed a decision: a lost server, browser or laptop loses none.

import { state } from './dom.js';
import { desk, watch } from './desk.js';
import { begun, isChanged, rebased, since } from './draft.js';

const nameOf = id => 'extract-draft:' + id;
const most = 200;

function store(name, words) {
  try {
    localStorage.setItem(name, words);
    return true;
  } catch {
    return false;
  }
}

export function keep(draft) {
  if (!isChanged(draft)) return forget(draft.id);
  const isKept = store(nameOf(draft.id), JSON.stringify({ at: Date.now(), draft }));
  state(isKept ? 'Draft kept on this machine, not saved yet' : 'This browser keeps no drafts: save before you leave');
}

export function forget(id) { try { localStorage.removeItem(nameOf(id)); } catch { /* nothing was kept */ } }

function kept(id) {
  try {
    return JSON.parse(localStorage.getItem(nameOf(id)))?.draft ?? null;
  } catch {
    return null;
  }
}

// The draft that was kept of the record, on the record as it stands now, and what has become of the record since; a new one, and null, where none was.
export function draftFor(detail) {
  const draft = kept(detail.record.id);
  if (!draft) return { draft: begun(detail), become: null };
  const become = since(draft, detail);
  return { draft: become === 'nothing' ? draft : rebased(draft, detail), become };
}

// Of many drafts the oldest go: a browser keeps some megabytes for a page.
export function tidy() {
  try {
    const names = Object.keys(localStorage).filter(name => name.startsWith('extract-draft:'));
    const aged = names.map(name => [JSON.parse(localStorage.getItem(name)).at ?? 0, name]).sort((a, b) => a[0] - b[0]);
    for (const [, name] of aged.slice(0, Math.max(0, aged.length - most))) localStorage.removeItem(name);
  } catch { /* no drafts then */ }
}

watch(what => {
  if (['values', 'field', 'undo'].includes(what)) keep(desk.draft);
});
