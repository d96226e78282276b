// Which records the list shows: the view, the search and the filters with how many records each would leave.

import { get } from './api.js';
import { byId, make } from './dom.js';
import { desk } from './desk.js';
import { filterNames, queryOf } from './address.js';

const titles = { source: 'source', field: 'asks about', confidence: 'confidence', topic: 'topic', type: 'type', country: 'country', month: 'month', reviewer: 'decided by', status: 'status' };
const certainties = ['0-0.3', '0.3-0.5', '0.5-0.7', '0.7-0.9', '0.9-1'];
let changed = () => {}, waiting = 0, turn = 0;

export function useFilters(onChange) {
  changed = onChange;
  byId('view').onchange = () => put('view', byId('view').value === 'open' ? '' : byId('view').value);
  byId('search').oninput = () => { clearTimeout(waiting); waiting = setTimeout(() => put('q', byId('search').value.trim()), 250); };
  byId('filter').onclick = () => toggle(byId('filters').hidden);
  byId('clear').onclick = () => changed({});
}

function put(name, value) {
  const { [name]: _, ...others } = desk.filters;
  changed(value ? { ...others, [name]: value } : others);
}

export function focusSearch() {
  byId('list').classList.add('open');
  byId('search').select();
}

export function focusFilters() {
  byId('list').classList.add('open');
  toggle(true);
  byId('view').focus();
}

function toggle(isOpen) {
  byId('filters').hidden = !isOpen;
  byId('filter').setAttribute('aria-expanded', String(isOpen));
  if (isOpen) readFacets();
}

// The fields as the address says them.
export function paintFilters() {
  byId('view').value = desk.filters.view ?? 'open';
  if (document.activeElement !== byId('search')) byId('search').value = desk.filters.q ?? '';
  const active = filterNames.filter(name => desk.filters[name]).length;
  byId('filter').textContent = active ? `Filters (${active})` : 'Filters';
  byId('clear').hidden = Object.keys(desk.filters).length === 0;
  if (!byId('filters').hidden) readFacets();
}

async function readFacets() {
  const mine = ++turn, facets = await get('/facets' + queryOf(desk.filters)).catch(() => ({}));
  if (mine !== turn) return;
  const focused = document.activeElement?.id;
  byId('filters').replaceChildren(...filterNames.map(name => filter(name, name === 'confidence' ? certainties.map(value => ({ value })) : facets[name] ?? [])));
  if (focused) byId(focused)?.focus();
}

function filter(name, values) {
  const chosen = desk.filters[name] ?? '', all = values.some(({ value }) => value === chosen) || !chosen ? values : [{ value: chosen }, ...values];
  const select = make('select', { id: 'filter-' + name, onchange: () => put(name, select.value) }, make('option', { value: '', textContent: 'any' }),
    ...all.map(({ value, count }) => make('option', { value, textContent: count === undefined ? value : `${value} (${count.toLocaleString('en')})` })));
  select.value = chosen;
  select.disabled = all.length === 0;
  return make('div', {}, make('label', { htmlFor: select.id, textContent: titles[name] }), select);
}
