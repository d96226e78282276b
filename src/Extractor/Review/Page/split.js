// One announcement that is two, and two that are one. Both are done on the server, and taken back with u.

import { get, recordPath } from './api.js';
import { button, closeDialog, key, make, openDialog, say, tell } from './dom.js';
import { desk } from './desk.js';
import { reshape } from './decide.js';
import { caret } from './text.js';

// Where the text may be cut: before each of its lines but the first, and where the reviewer put the cursor or the ends of a selection.
function places(record, marked) {
  const lines = [...record.text.matchAll(/\n\s*(?=\S)/g)].map(line => record.start + line.index + line[0].length);
  return [...new Set([...lines, ...marked])].filter(at => at > record.start && at < record.end).sort((a, b) => a - b);
}

function markedPlaces(record) {
  const place = caret();
  if (!place) return [];
  const snap = at => { while (at > record.start && at < record.end && /\S/.test(record.text[at - record.start - 1])) at--; return at; };
  return [...new Set([place.start, ...(place.end > place.start ? [place.end] : [])].map(snap))].filter(at => at > record.start && at < record.end);
}

const brief = (text, most) => text.trim().length > most ? `${text.trim().slice(0, most)}…` : text.trim();

export function split() {
  const { record } = desk.detail, marked = markedPlaces(record), all = places(record, marked);
  if (!all.length) return say('This announcement has one line only. Click into the text where the next one begins, then press s.');
  const boxes = all.map(at => make('input', { type: 'checkbox', id: `cut-${at}`, value: String(at), checked: marked.includes(at) }));
  const words = at => brief(record.text.slice(at - record.start, (all.find(other => other > at) ?? record.end) - record.start), 160);
  const rows = all.map((at, i) => make('li', {}, boxes[i], make('label', { htmlFor: boxes[i].id, textContent: words(at) })));
  const cut = () => {
    const at = boxes.filter(box => box.checked).map(box => Number(box.value));
    if (!at.length) return say('Choose where the next announcement begins.');
    closeDialog();
    reshape('/splits', { at }, `Saved: split into ${at.length + 1}`);
  };
  const first = make('li', {}, make('span', { textContent: brief(record.text.slice(0, all[0] - record.start), 160) }));
  const list = make('ol', { className: 'cuts' }, first, ...rows);
  list.onkeydown = event => onCuts(event, boxes, cut);
  openDialog('Where does the next announcement begin?', [list, make('p', { className: 'buttons' }, button(['Split ', key('Enter')], cut, { className: 'chief' }), make('span', { textContent: 'Arrows go up and down, Space marks a beginning.' }))],
    { wide: true, first: boxes[Math.max(0, all.indexOf(marked[0]))] });
}

function onCuts(event, boxes, cut) {
  const at = boxes.indexOf(document.activeElement), to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (event.key === 'Enter') {
    event.preventDefault();
    cut();
  } else if (boxes[to]) {
    event.preventDefault();
    boxes[to].focus();
  }
}

export async function merge(isNext) {
  const id = isNext ? desk.detail.next : desk.detail.previous;
  if (!id) return say(isNext ? 'No announcement stands after this one in its page.' : 'No announcement stands before this one in its page.');
  try {
    const { record } = await get(recordPath(id));
    const join = () => { closeDialog(); reshape('/merges', { with: id }, 'Saved: the two are one'); };
    const both = isNext ? [desk.detail.record, record] : [record, desk.detail.record];
    const go = button(['Make them one ', key('Enter')], join, { className: 'chief' });
    openDialog('Are these one announcement?', [...both.map(one => make('article', { className: 'part' }, make('h3', { textContent: one.title }), make('p', { textContent: brief(one.text, 400) }))), make('p', { className: 'buttons' }, go)], { wide: true, first: go });
  } catch (error) {
    tell(error.message);
  }
}
