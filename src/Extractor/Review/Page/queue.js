// The list on the left: read a page at a time as it is scrolled. Only what is near stands in the page; the rest is kept as a height.

import { get } from './api.js';
import { byId, make } from './dom.js';
import { desk, view } from './desk.js';
import { queryOf } from './address.js';
import { count, span } from './words.js';

const size = 50;
const box = byId('queue'), end = byId('queue-end');
let items = [], next = null, reading = null, turn = 0, total = 0, hasMore = false, known = {}, open = () => {};

export function useQueue(opener) { open = opener; }

// Reads the list anew, as the filters stand.
export async function readQueue() {
  turn++;
  items = [];
  next = null;
  reading = null;
  box.replaceChildren();
  await readOn();
}

// Reads the next page; true where there was one.
export function readOn() {
  if (reading) return reading;
  if (items.length && !next) return Promise.resolve(false);
  const mine = turn;
  reading = get('/queue' + queryOf(desk.filters, { after: next, limit: size })).then(page => {
    if (mine !== turn) return false;
    const first = items.length;
    const listed = new Set(items.map(item => item.id));
    items.push(...page.items.filter(item => !listed.has(item.id)));
    next = page.next;
    [total, hasMore] = [page.total, page.more];
    tellLeft(page);
    paintFrom(first);
    return items.length > first;
  }).finally(() => { if (mine === turn) reading = null; });
  return reading;
}

// How many are left, and how long at today's pace; between two pages of the list it is counted on.
function tellLeft({ left, pace = ahead(left), indexing }) {
  known = { left, pace };
  const speed = pace?.secondsLeft ? ` · ${pace.today} today, ${span(pace.secondsEach)} each: about ${span(pace.secondsLeft)} to go` : pace?.today ? ` · ${pace.today} today` : '';
  byId('left').textContent = count(left, 'record') + (left === 1 ? ' waits' : ' wait') + speed;
  byId('indexing').textContent = indexing === null || indexing === undefined ? '' : `The list is being made: ${Math.round(indexing * 100)} %`;
}

const ahead = left => known.pace && { ...known.pace, today: known.pace.today + 1, secondsLeft: known.pace.secondsEach && known.pace.secondsEach * left };

function tellFound() {
  const many = view() === 'open' && Object.keys(desk.filters).length === 0 ? '' : `${hasMore ? 'more than ' : ''}${count(total, 'record')}`;
  byId('found').textContent = items.length ? many : 'No record is left here.';
  end.hidden = !next;
}

// Pages of the list: one that is far away gives up its rows and keeps its height.
const near = new IntersectionObserver(entries => {
  for (const { target, isIntersecting, boundingClientRect } of entries) {
    if (isIntersecting) fill(target);
    else if (target.children.length && boundingClientRect.height && !target.contains(document.activeElement)) {
      target.style.height = boundingClientRect.height + 'px';
      target.replaceChildren();
    }
  }
}, { root: byId('list'), rootMargin: '1500px' });

// Its end in sight, the next page is read; and the next again, where the end is in sight still.
let isEndNear = false;
const readAhead = () => { if (isEndNear && items.length && next && !reading) readOn().then(() => setTimeout(readAhead), () => {}); };
new IntersectionObserver(entries => { isEndNear = entries.at(-1).isIntersecting; readAhead(); }, { root: byId('list'), rootMargin: '600px' }).observe(end);

function paintFrom(first) {
  for (let at = first - first % size; at < items.length; at += size) {
    const chunk = box.children[at / size] ?? make('ol', { start: at + 1, data: { at: String(at) } });
    if (!chunk.parentNode) {
      box.append(chunk);
      near.observe(chunk);
    }
    fill(chunk, true);
  }
  tellFound();
}

function fill(chunk, isAnew) {
  if (chunk.children.length && !isAnew) return;
  const at = Number(chunk.dataset.at);
  chunk.replaceChildren(...items.slice(at, at + size).map(row));
  chunk.style.height = '';
}

const statuses = { reviewed: 'accepted by a person', rejected: 'no announcement', accepted: 'accepted by the program', unsure: 'could not tell' };

function row(item) {
  const line = view() !== 'open' && statuses[item.status] ? statuses[item.status] : item.ask ?? `confidence ${item.confidence.toFixed(2)}`;
  const held = item.claimedBy && item.claimedBy !== desk.reviewer ? [make('small', { className: 'held', textContent: `${item.claimedBy} has it open` })] : [];
  const title = make('button', { type: 'button', onclick: () => open(item.id, { isStep: true }) }, make('span', { textContent: item.title }), make('small', { textContent: line }), ...held);
  if (item.id === desk.draft?.id) title.setAttribute('aria-current', 'true');
  return make('li', { data: { id: item.id } }, title);
}

export function markOpen() {
  for (const button of box.querySelectorAll('[aria-current]')) button.removeAttribute('aria-current');
  const button = box.querySelector(`li[data-id="${CSS.escape(desk.draft?.id ?? '')}"] button`);
  button?.setAttribute('aria-current', 'true');
  button?.scrollIntoView({ block: 'nearest' });
}

// The record by so many places from this one; the next page is read where it is needed.
export async function beside(id, by) {
  const at = items.findIndex(item => item.id === id);
  if (at + by >= items.length) await readOn();
  return items[at < 0 ? 0 : at + by]?.id ?? null;
}

// A record is done with: it leaves the list of what waits.
export async function settle(id, left) {
  const following = await beside(id, 1) ?? await beside(id, -1);
  if (view() === 'open' || view() === 'differences') {
    items = items.filter(item => item.id !== id);
    paintFrom(0);
    if (box.children.length > Math.ceil(items.length / size)) box.lastChild.remove();
    total = Math.max(0, total - 1);
    tellFound();
  }
  if (left !== undefined) tellLeft({ left });
  return following === id ? null : following;
}

export const first = () => items[0]?.id ?? null;
