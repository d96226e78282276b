// The review page: shows one doubtful record beside its text, and sends what the reviewer decides. No library, no build step.
'use strict';

const token = document.querySelector('meta[name=token]').content;
const kinds = {
  dates: { fields: ['from', 'to', 'role'], roles: ['event', 'deadline', 'publication', 'other'] },
  cities: { fields: ['name', 'country', 'role'], roles: ['venue', 'mentioned'] },
  organizations: { fields: ['name', 'role'], roles: ['organizer', 'co-organizer', 'host', 'supporter', 'participant', 'mentioned'] },
};
const $ = id => document.getElementById(id);
let queue = [], at = 0, record = null, removed = new Set();

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

async function load() {
  queue = await (await fetch('/records')).json();
  at = Math.max(0, queue.findIndex(item => '#' + item.id === location.hash));
  await show();
}

async function show() {
  $('left').textContent = queue.length === 1 ? '1 record waits' : `${queue.length} records wait`;
  $('queue').replaceChildren(...queue.map((item, i) => make('li', {}, queueButton(item, i))));
  for (const id of ['accept', 'reject', 'previous', 'next']) $(id).disabled = queue.length === 0;
  removed = new Set();
  record = queue.length ? await (await fetch('/records/' + queue[at].id)).json() : null;
  if (!record) { $('title').textContent = 'Nothing waits for review.'; for (const id of ['where', 'questions', 'text', 'record']) $(id).replaceChildren(); return; }
  history.replaceState(null, '', '#' + record.id);
  $('title').textContent = record.title;
  $('where').textContent = `${record.source.uri ?? record.source.id} · confidence ${record.confidence.toFixed(2)}`;
  $('questions').replaceChildren(...record.questions.map(question => make('p', { textContent: question.ask })));
  $('text').replaceChildren(...marked());
  $('record').replaceChildren(...form());
  $('source').focus({ preventScroll: true });
}

function queueButton(item, i) {
  const button = make('button', { type: 'button', onclick: () => go(i) }, item.title, make('small', { textContent: item.ask ?? 'confidence ' + item.confidence.toFixed(2) }));
  if (i === at) button.setAttribute('aria-current', 'true');
  return button;
}

// The announcement's text with each value marked; where two overlap the first stands.
function marked() {
  const spans = [];
  for (const kind in kinds) record[kind].forEach((finding, i) => {
    for (const [start, end] of [[finding.start, finding.end], ...(finding.also ?? [])])
      if (start !== null && start >= record.start && end <= record.end) spans.push({ start, end, kind, key: kind + i });
  });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const parts = [];
  let position = record.start;
  for (const span of spans) {
    if (span.start < position) continue;
    parts.push(record.text.slice(position - record.start, span.start - record.start));
    const mark = make('mark', { className: span.kind, textContent: record.text.slice(span.start - record.start, span.end - record.start) });
    mark.dataset.key = span.key;
    mark.onmouseenter = () => light(span.key, true);
    mark.onmouseleave = () => light(span.key, false);
    parts.push(mark);
    position = span.end;
  }
  return [...parts, record.text.slice(position - record.start)];
}

function light(key, on) {
  for (const element of document.querySelectorAll(`mark[data-key="${key}"]`)) element.classList.toggle('on', on);
}

function form() {
  const general = make('fieldset', {}, make('legend', { textContent: 'Announcement' }), make('div', { className: 'row' },
    input('/title', 'title', record.title), input('/eventType/label', 'type', record.eventType.label), select('/eventStatus', 'status', record.eventStatus, ['scheduled', 'postponed', 'cancelled'])));
  return [general, ...Object.keys(kinds).map(kind => make('fieldset', {}, make('legend', { textContent: kind }), ...record[kind].map((finding, i) => row(kind, finding, i))))];
}

function row(kind, finding, i) {
  const { fields, roles } = kinds[kind], key = kind + i, path = `/${kind}/${i}`;
  const inputs = fields.map(field => field === 'role' ? select(`${path}/role`, 'role', finding.role, roles) : input(`${path}/${field}`, field, finding[field]));
  const remove = make('button', { type: 'button', textContent: 'Remove', title: `Remove ${finding.text}` });
  const line = make('div', { className: 'row' }, ...inputs, make('div', {}, make('label', { textContent: `${finding.text} · ${finding.confidence.toFixed(2)}` }), remove));
  line.onfocus = line.onmouseenter = () => light(key, true);
  line.onmouseleave = () => light(key, false);
  line.addEventListener('focusin', () => light(key, true));
  line.addEventListener('focusout', () => light(key, false));
  const toggle = () => { removed.has(path) ? removed.delete(path) : removed.add(path); line.classList.toggle('gone', removed.has(path)); remove.textContent = removed.has(path) ? 'Keep' : 'Remove'; };
  remove.onclick = toggle;
  line.addEventListener('keydown', event => { if (event.key === 'Delete' && event.target.tagName !== 'INPUT') toggle(); });
  return line;
}

let inputs = 0;
function labelled(element, path, name) {
  element.id = 'input' + inputs++;
  element.dataset.path = path;
  return make('div', {}, make('label', { htmlFor: element.id, textContent: name }), element);
}

function input(path, name, value) {
  const element = make('input', { value: value ?? '', spellcheck: false });
  element.dataset.was = value ?? '';
  return labelled(element, path, name);
}

function select(path, name, value, choices) {
  const element = make('select', {}, ...choices.map(choice => make('option', { value: choice, textContent: choice, selected: choice === value })));
  element.dataset.was = value;
  return labelled(element, path, name);
}

// A JSON Patch: replacements first, then removals from the last index back, so that no path moves under another.
function changes() {
  const replaced = [...$('record').querySelectorAll('[data-path]')].filter(element => element.value !== element.dataset.was && ![...removed].some(path => element.dataset.path.startsWith(path + '/')))
    .map(element => ({ op: 'replace', path: element.dataset.path, value: element.value === '' ? null : element.value }));
  const index = path => Number(path.split('/')[2]);
  return [...replaced, ...[...removed].sort((a, b) => index(b) - index(a)).map(path => ({ op: 'remove', path, value: null }))];
}

async function decide(status) {
  if (!record) return;
  const answer = await fetch('/decisions', {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-extract-token': token },
    body: JSON.stringify({ id: record.id, status, changes: status === 'rejected' ? [] : changes() }),
  });
  if (!answer.ok) { $('saved').textContent = 'Not saved: ' + await answer.text(); return; }
  $('saved').textContent = `Saved: ${record.title}`;
  queue.splice(at, 1);
  at = Math.min(at, Math.max(0, queue.length - 1));
  await show();
}

function go(to) { if (to >= 0 && to < queue.length) { at = to; show(); } }

$('accept').onclick = () => decide('reviewed');
$('reject').onclick = () => decide('rejected');
$('previous').onclick = () => go(at - 1);
$('next').onclick = () => go(at + 1);
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || ['INPUT', 'SELECT'].includes(event.target.tagName)) return;
  const action = { a: () => decide('reviewed'), x: () => decide('rejected'), j: () => go(at + 1), k: () => go(at - 1) }[event.key];
  if (action) { event.preventDefault(); action(); }
});
load().catch(error => { $('saved').textContent = 'The server does not answer: ' + error.message; });
