// The review page: shows one doubtful record beside its text, and sends what the reviewer decides. No library, no build step.
import { make } from './text.js';
import { draftOf, paintText, answer, changes } from './draft.js';

const token = document.querySelector('meta[name=token]').content;
const $ = id => document.getElementById(id);
// Drafts keep what was changed in a record while the reviewer looks at others.
const drafts = new Map();
let queue = [], at = 0, record = null, draft = null, turn = 0, saving = false;

async function ask(path, options) {
  let answer;
  try { answer = await fetch(path, options); } catch { throw new Error('“extract review” does not answer. Start it again, and load the page again.'); }
  if (!answer.ok) throw new Error(await answer.text() || `The server failed (${answer.status}). Its window says why.`);
  return answer;
}

function tell(fault) { $('fault').textContent = fault; }

async function load() {
  queue = await (await ask('/records')).json();
  at = Math.max(0, queue.findIndex(item => '#' + item.id === location.hash));
  await show();
}

// Only the last of several quick steps is painted, and nothing can be decided until it is.
async function show() {
  const mine = ++turn;
  record = null;
  tell('');
  list();
  if (queue.length === 0) return nothing();
  const shown = (await (await ask('/records/' + encodeURIComponent(queue[at].id))).json()).record;
  if (mine === turn) paint(shown);
}

function list() {
  $('left').textContent = queue.length === 1 ? '1 record waits' : `${queue.length} records wait`;
  $('queue').replaceChildren(...queue.map((item, i) => make('li', {}, queueButton(item, i))));
  $('queue').querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  $('accept').disabled = $('reject').disabled = queue.length === 0;
  $('previous').disabled = at <= 0;
  $('next').disabled = at >= queue.length - 1;
}

function queueButton(item, i) {
  const button = make('button', { type: 'button', onclick: () => go(i) }, item.title, make('small', { textContent: item.ask ?? 'confidence ' + item.confidence.toFixed(2) }));
  if (i === at) button.setAttribute('aria-current', 'true');
  return button;
}

function nothing() {
  $('title').textContent = 'Nothing waits for review.';
  for (const id of ['where', 'questions', 'text', 'record']) $(id).replaceChildren();
  history.replaceState(null, '', location.pathname);
}

function paint(shown) {
  record = shown;
  if (!drafts.has(record.id)) drafts.set(record.id, draftOf(record));
  draft = drafts.get(record.id);
  history.replaceState(null, '', '#' + record.id);
  $('title').textContent = record.title;
  $('where').replaceChildren(where(), ` · confidence ${record.confidence.toFixed(2)}`);
  $('questions').replaceChildren(...record.questions.map(question));
  $('text').lang = record.source.language ?? '';
  paintText(record, draft);
  $('record').replaceChildren(...draft.sets);
  for (const id of ['source', 'record']) $(id).scrollTop = 0;
  $('source').focus({ preventScroll: true });
}

function where() {
  const uri = record.source.uri ?? record.source.id;
  return /^https?:/.test(uri) ? make('a', { href: uri, target: '_blank', rel: 'noreferrer', textContent: uri }) : uri;
}

function question(asked) {
  return make('div', { className: 'question' }, make('p', { textContent: asked.ask }),
    ...asked.choices.map(choice => make('button', { type: 'button', textContent: choice, onclick: () => answer(draft, asked.field, choice) })));
}

async function decide(status) {
  if (!record || saving) return;
  const { id, title } = record;
  saving = true;
  try {
    const body = JSON.stringify({ id, status, changes: status === 'rejected' ? [] : changes(draft) });
    await ask('/decisions', { method: 'POST', headers: { 'content-type': 'application/json', 'x-extract-token': token }, body });
  } catch (error) {
    return tell('Not saved: ' + error.message);
  } finally {
    saving = false;
  }
  $('saved').textContent = `Saved: ${title}`;
  drafts.delete(id);
  queue.splice(at, 1);
  at = Math.min(at, Math.max(0, queue.length - 1));
  await show().catch(error => tell(error.message));
}

function go(to) {
  if (saving || to < 0 || to >= queue.length) return;
  at = to;
  show().catch(error => tell(error.message));
}

const actions = { accept: () => decide('reviewed'), reject: () => decide('rejected'), previous: () => go(at - 1), next: () => go(at + 1) };
const keys = { a: 'accept', x: 'reject', k: 'previous', j: 'next' };
for (const id in actions) $(id).onclick = actions[id];
$('record').onsubmit = event => event.preventDefault();
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.key === 'Escape') return $('source').focus({ preventScroll: true });
  if (keys[event.key] && !['INPUT', 'SELECT'].includes(event.target.tagName)) { event.preventDefault(); actions[keys[event.key]](); }
});
load().catch(error => tell(error.message));
