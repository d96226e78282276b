// What opens over the page: the original as it was fetched, the labelling rules, and the reviewer's name.

import { get, nameReviewer, recordPath } from './api.js';
import { byId, button, closeDialog, make, openDialog, tell } from './dom.js';
import { desk } from './desk.js';

// The frame runs no script and loads nothing: the server forbids it, and so does the sandbox.
export function showOriginal() {
  if (!desk.detail) return;
  if (!desk.detail.hasOriginal) return tell('The page as it was fetched is not at hand on this machine.');
  const frame = make('iframe', { title: 'The page as it was fetched', src: recordPath(desk.detail.record.id, '/original'), className: 'original' });
  frame.setAttribute('sandbox', '');
  openDialog('The page as it was fetched', [frame], { wide: true });
}

let rules = null;

export async function showRules() {
  try {
    rules ??= await get('/rules');
    const box = make('div', { className: 'prose' });
    box.append(...new DOMParser().parseFromString(rules, 'text/html').body.childNodes);
    openDialog('Labelling rules', [box, list('Topics', desk.me.topics), list('Types of event', desk.me.types)], { wide: true });
  } catch (error) {
    tell(error.message);
  }
}

const list = (title, labels) => make('details', {}, make('summary', { textContent: `${title} (${labels.length})` }),
  make('dl', {}, ...labels.flatMap(({ label, about }) => [make('dt', { textContent: label }), make('dd', { textContent: about ?? '' })])));

// Asked once where the server does not know it; it stands in every decision.
export async function nameOnce() {
  const { reviewer, fixed } = desk.me;
  let name = fixed ? reviewer : stored() ?? reviewer;
  while (!name) name = await askName('');
  take(name, fixed);
  byId('rename').hidden = Boolean(fixed);
  byId('rename').onclick = async () => { const other = await askName(desk.reviewer); if (other) { take(other, false); location.reload(); } };
}

function take(name, isFixed) {
  desk.reviewer = name;
  byId('reviewer').textContent = name;
  if (isFixed) return;
  nameReviewer(name);
  try { localStorage.setItem('extract-reviewer', name); } catch { /* asked again next time */ }
}

function stored() { try { return localStorage.getItem('extract-reviewer'); } catch { return null; } }

async function askName(before) {
  const input = make('input', { id: 'name', type: 'text', value: before, autocomplete: 'name', maxLength: 80 });
  let name = null;
  const done = () => { name = input.value.trim(); if (name) closeDialog(); };
  input.onkeydown = event => { if (event.key === 'Enter') { event.preventDefault(); done(); } };
  await openDialog('Who are you?', [make('label', { htmlFor: 'name', textContent: 'Your name. It stands in each of your decisions, so that others know whom to ask.' }), input, make('p', { className: 'buttons' }, button('Begin', done, { className: 'chief' }))], { first: input, leave: Boolean(before) });
  return name;
}
