// Finding a topic by typing: a field with a list under it, by label and by what the label covers.

import { byId, make, say } from './dom.js';
import { desk, change } from './desk.js';
import { addLine, setRemoved, valueOf } from './draft.js';
import { selected } from './text.js';

let evidence = null;

export function topicFinder() {
  const input = make('input', { id: 'find-topic', type: 'text', spellcheck: false, role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'topics-found', 'aria-autocomplete': 'list', placeholder: 'type to find a topic' });
  const list = make('ul', { id: 'topics-found', role: 'listbox', hidden: true, 'aria-label': 'Topics' });
  input.oninput = () => offer(input, list);
  input.onkeydown = event => steer(event, input, list);
  input.onblur = () => fold(input, list);
  const label = make('label', { htmlFor: input.id }, 'add a topic ', make('kbd', { textContent: 't' }));
  return make('div', { className: 'finder' }, label, input, list);
}

export function findTopic() {
  evidence = selected();
  byId('find-topic').focus();
}

function found(typed) {
  const words = typed.toLowerCase(), has = new Set(desk.draft.lines.filter(line => line.kind === 'topics' && !line.removed).map(line => line.value.label));
  const rank = topic => topic.label.startsWith(words) ? 0 : topic.label.includes(words) ? 1 : (topic.about ?? '').toLowerCase().includes(words) ? 2 : 3;
  return desk.me.topics.filter(topic => rank(topic) < 3 && !has.has(topic.label)).sort((a, b) => rank(a) - rank(b)).slice(0, 8);
}

function offer(input, list) {
  const topics = input.value.trim() ? found(input.value.trim()) : [];
  list.replaceChildren(...topics.map((topic, i) => make('li', { id: `topic-${i}`, role: 'option', 'aria-selected': String(i === 0), data: { label: topic.label }, onmousedown: event => { event.preventDefault(); take(input, list, topic.label); } },
    make('strong', { textContent: topic.label }), make('small', { textContent: topic.about ?? '' }))));
  list.hidden = topics.length === 0;
  input.setAttribute('aria-expanded', String(topics.length > 0));
  mark(input, list, 0);
}

function mark(input, list, at) {
  const options = [...list.children];
  options.forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
  if (options[at]) input.setAttribute('aria-activedescendant', options[at].id);
  else input.removeAttribute('aria-activedescendant');
  options[at]?.scrollIntoView({ block: 'nearest' });
}

function steer(event, input, list) {
  const options = [...list.children], at = options.findIndex(option => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (options.length) mark(input, list, (at + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length);
  } else if (event.key === 'Escape') {
    close(input, list);
  } else if (event.key === 'Enter' && options[at]) {
    if (!event.ctrlKey && !event.metaKey) event.preventDefault(); // with Ctrl it accepts the record too
    take(input, list, options[at].dataset.label);
  }
}

// The topic goes in with the selected words for evidence; one that was removed is kept again.
function take(input, list, label) {
  const gone = desk.draft.lines.find(line => line.kind === 'topics' && line.value.label === label && line.removed);
  close(input, list);
  input.blur();
  change(gone ? setRemoved(desk.draft, gone.key, false) : addLine(desk.draft, 'topics', { ...valueOf('topics', evidence ?? { text: label, start: null }), label }));
  evidence = null;
  say(`Topic ${label} added.`);
}

function close(input, list) {
  input.value = '';
  fold(input, list);
}

function fold(input, list) {
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
}

// What was typed and is no topic: it must not be lost by accepting.
export const typedTopic = () => byId('find-topic')?.value.trim() ?? '';
