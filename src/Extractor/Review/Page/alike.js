// One answer, many records: what other open records share with a correction is offered, never in the way.

import { post } from './api.js';
import { byId, button, key, make, say, state, tell } from './dom.js';
import { didOnServer } from './steps.js';
import { count } from './words.js';
import { queryOf } from './address.js';

const panel = byId('alike');
let from = null, turn = 0;

// “asked”: the decision (id, status, changes), or the merge (id, with).
export async function offerAlike(asked) {
  const mine = ++turn;
  hideOffers();
  if (!asked.with && !asked.changes.length && asked.status !== 'rejected') return;
  const answer = await post('/alike', asked).catch(() => null);
  if (mine !== turn || !answer?.offers?.length) return;
  from = asked;
  panel.replaceChildren(make('h2', { textContent: 'The same elsewhere' }), ...answer.offers.map(offer), button('Not now', notNow));
  panel.hidden = false;
  say(`The same is offered for other records: p goes there.`);
}

export function hideOffers() {
  panel.hidden = true;
  panel.replaceChildren();
}

function notNow() {
  hideOffers();
  byId('source').focus({ preventScroll: true });
}

export function goToOffers() {
  if (panel.hidden) return say('Nothing is offered.');
  const summary = panel.querySelector('summary');
  if (summary) summary.parentElement.open = true;
  (summary ?? panel.querySelector('button')).focus();
}

function offer({ key: name, say: words, count: many, shown }) {
  const boxes = shown.map(({ id }) => make('input', { type: 'checkbox', checked: true, id: `take-${name}-${id}`, value: id }));
  const rows = shown.map((one, i) => make('tr', {}, make('td', {}, boxes[i]), make('td', {}, make('label', { htmlFor: boxes[i].id, textContent: one.title })),
    make('td', { textContent: one.before }), make('td', {}, make('strong', { textContent: one.after })), make('td', {}, make('a', { href: queryOf({ view: 'all' }, { id: one.id }), target: '_blank', textContent: 'look' }))));
  const apply = button([`Change all ${many}`], () => take(name, boxes, many, section));
  const tellMany = () => {
    const left = boxes.filter(box => !box.checked).length;
    apply.textContent = left ? `Change ${many - left}, leave ${left} out` : `Change all ${many}`;
  };
  for (const box of boxes) box.onchange = tellMany;
  const head = make('tr', {}, ...['take', 'record', 'now', 'then', ''].map(title => make('th', { scope: 'col', textContent: title })));
  const more = many > shown.length ? [make('p', { textContent: `and ${count(many - shown.length, 'more record')}, not shown` })] : [];
  const section = make('section', {}, make('p', { className: 'offer' }, make('span', { textContent: words }), apply), make('details', {}, make('summary', {}, 'What would change ', key('p')), make('div', { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'What would change' }, make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows))), ...more));
  return section;
}

async function take(name, boxes, many, section) {
  const body = { ...from, key: name, except: boxes.filter(box => !box.checked).map(box => box.value) };
  try {
    const { batch, count: changed } = await post('/batches', body);
    didOnServer({ id: from.id, title: count(changed, 'record'), path: '/batches', body, decision: batch, draft: null });
    const done = make('p', { tabIndex: -1, textContent: `${count(changed, 'record')} changed. u takes them all back.` });
    section.replaceChildren(done);
    done.focus({ preventScroll: true });
    state(`Saved: ${count(changed, 'record')} changed`, true);
    dispatchEvent(new Event('records-changed'));
    if (panel.querySelectorAll('details').length === 0) setTimeout(() => { if (!panel.querySelector('details')) hideOffers(); }, 8000);
  } catch (error) {
    tell(`Not saved: ${error.message}`);
  }
}
