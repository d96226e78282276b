// The announcement's text, its neighbours in grey, each value marked where it stands; and what is selected in it.

import { byId, make } from './dom.js';
import { desk } from './desk.js';
import { kinds, isChief, named } from './kinds.js';

const box = byId('text');

const origin = detail => detail.record.start - detail.before.length;
const whole = detail => detail.before + detail.record.text + detail.after;

function placesOf(line) {
  const { value } = line;
  const spans = line.kind === 'topics' ? value.evidence : [[value.start, value.end], ...(value.also ?? [])];
  return spans.filter(([start]) => Number.isInteger(start)).map(([start, end]) => ({ start, end, line }));
}

// The text cut wherever a value, or the announcement, begins or ends: a value may stand inside another.
export function paintText() {
  const { detail, draft } = desk, text = whole(detail), first = origin(detail), last = first + text.length;
  const places = draft.lines.flatMap(placesOf).filter(({ start, end }) => start >= first && end <= last && start < end);
  const cuts = [...new Set([first, detail.record.start, detail.record.end, last, ...places.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const parts = { before: [], own: [], after: [] };
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i], cuts[i + 1]];
    const here = places.filter(place => place.start <= start && place.end >= end).sort(byPrecedence);
    const words = text.slice(start - first, end - first);
    parts[start < detail.record.start ? 'before' : start < detail.record.end ? 'own' : 'after'].push(here.length ? mark(words, here) : words);
  }
  box.replaceChildren(...around(parts.before, 'before'), make('span', { id: 'own' }, ...parts.own), ...around(parts.after, 'after'));
  box.lang = detail.record.source.language ?? '';
  light(draft.current, 'current');
}

// The shortest first; what speaks for a topic gives way to values.
const byPrecedence = (a, b) => (a.line.kind === 'topics') - (b.line.kind === 'topics') || (a.end - a.start) - (b.end - b.start);

const around = (parts, where) => parts.length ? [make('span', { className: 'around', title: `Stands ${where} the announcement` }, ...parts)] : [];

// The shortest value colours the words, and any longer one around it underlines them.
function mark(words, places) {
  const [{ line }] = places, lines = places.map(place => place.line), kept = lines.find(each => !each.removed);
  const classes = [kept?.kind ?? 'gone', kept && isChief(kept.kind, kept.value.role) ? 'chief' : '', lines.length > 1 ? 'within' : ''];
  const title = lines.map(each => [kinds[each.kind].one, named(each.kind, each.value), each.removed ? 'removed' : each.value.role].filter(Boolean).join(' · ')).join('\n');
  return make('mark', { className: classes.join(' ').trim(), textContent: words, title, data: { keys: lines.map(each => each.key).join(' '), key: line.key } });
}

export const marksOf = key => key ? box.querySelectorAll(`mark[data-keys~="${key}"]`) : [];

export function light(key, how = 'on') {
  for (const lit of box.querySelectorAll('mark.' + how)) lit.classList.remove(how);
  for (const element of marksOf(key)) element.classList.add(how);
}

export function bringIntoView(key) { marksOf(key)[0]?.scrollIntoView({ block: 'nearest' }); }

// Where a point of the page stands in the document's text.
function offsetOf(node, at) {
  const before = document.createRange();
  before.setStart(box, 0);
  before.setEnd(node, at);
  return origin(desk.detail) + before.toString().length;
}

// Where a caret or a selection begins; null where there is none in the text.
export function caret() {
  const selection = getSelection();
  if (!selection.rangeCount || !box.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  return { start: offsetOf(range.startContainer, range.startOffset), end: offsetOf(range.endContainer, range.endOffset) };
}

// A letter of a script that has words between spaces, or a digit.
const isWord = letter => letter !== undefined && (/\d/.test(letter) || letter.toLowerCase() !== letter.toUpperCase());

// The words that are selected, whole and without white space at their ends, and their place; null where none are.
export function selected() {
  const place = caret();
  if (!place || getSelection().isCollapsed || !box.contains(getSelection().focusNode)) return null;
  const text = whole(desk.detail), first = origin(desk.detail);
  let [start, end] = [place.start - first, place.end - first];
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  if (start === end) return null;
  while (isWord(text[start]) && isWord(text[start - 1])) start--;
  while (isWord(text[end - 1]) && isWord(text[end])) end++;
  const { record } = desk.detail;
  return { text: text.slice(start, end), start: start + first, end: end + first, isOutside: start + first < record.start || end + first > record.end };
}

export const unselect = () => getSelection().removeAllRanges();

// The pair is shown both ways: what the pointer is over lights its value, and choosing it leads there.
export function tieText({ over, choose }) {
  box.addEventListener('mouseover', event => over(event.target.closest?.('mark')?.dataset.key ?? null));
  box.addEventListener('mouseleave', () => over(null));
  box.addEventListener('click', event => {
    const key = event.target.closest?.('mark')?.dataset.key;
    if (key && getSelection().isCollapsed) choose(key);
  });
}
