// The review page: opens records, and ties the keys and the buttons to what they do.

import { get, recordPath } from './api.js';
import { goTo, onBack, place } from './address.js';
import { byId, button, make, say, tell } from './dom.js';
import { desk, lay, view, watch } from './desk.js';
import { rebased } from './draft.js';
import { draftFor, keep, tidy } from './keep.js';
import { beside, first, markOpen, readQueue, useQueue } from './queue.js';
import { paintFilters, useFilters, focusFilters, focusSearch } from './filters.js';
import { bringIntoView, light, paintText, tieText } from './text.js';
import { tieRecord } from './record.js';
import { answerBy } from './questions.js';
import { areShown, showAgreement, takeDifference } from './differences.js';
import { chooseRole, isChoosing, leaveRoles, takeRole } from './roles.js';
import { add, choose, edit, remove, shiftYear, stepBy, takeWords } from './correct.js';
import { findTopic } from './topics.js';
import { askNote, decide, tellWaiting, useDecisions } from './decide.js';
import { takeOut } from './outbox.js';
import { redo, undo, useOpen } from './steps.js';
import { goToOffers } from './alike.js';
import { noticed, showHistory, useHistory } from './history.js';
import { merge, split } from './split.js';
import { isOthers, letGo } from './claims.js';
import { nameOnce, showOriginal, showRules } from './windows.js';
import { showSheet } from './sheet.js';
import { listen, showHelp } from './keys.js';

let turn = 0;

// Opens a record. “again”: with this draft (what was undone); “isStep”: the browser's way back leads here; “isAnew”: the list may be another.
async function open(id, { again = null, isStep = false, isAnew = false } = {}) {
  const mine = ++turn;
  tellWaiting();
  say('');
  if (isAnew) await readQueue().catch(fail);
  if (!id) return isEmpty();
  try {
    const detail = await get(recordPath(id, '?claim=1' + (view() === 'differences' ? '&view=differences' : '')));
    if (mine !== turn) return;
    if (again) keep(rebased(again, detail));
    const { draft, become } = draftFor(detail);
    document.body.classList.remove('nothing');
    goTo({ filters: desk.filters, id }, isStep);
    lay(detail, draft);
    noticed(become);
  } catch (error) {
    if (mine === turn) fail(error);
  }
}

const fail = error => tell(error.message);

function isEmpty() {
  Object.assign(desk, { detail: null, draft: null });
  letGo();
  allowDeciding(false);
  document.body.classList.add('nothing');
  byId('title').textContent = view() === 'open' && Object.keys(desk.filters).length === 0 ? 'Nothing waits for review.' : 'No record is left here.';
  for (const part of ['where', 'questions', 'text', 'record', 'differences', 'meanwhile', 'last', 'claim']) byId(part).replaceChildren();
  goTo({ filters: desk.filters, id: null });
}

function allowDeciding(isAllowed) {
  for (const button of byId('footer').querySelectorAll('.decides')) button.disabled = !isAllowed;
}

function paintHead() {
  const { record } = desk.detail, uri = record.source.uri ?? record.source.id;
  byId('title').textContent = desk.draft.general['/title'] || record.title;
  byId('where').replaceChildren(/^https?:/.test(uri) ? make('a', { href: uri, target: '_blank', rel: 'noreferrer', textContent: uri }) : uri, ` · confidence ${record.confidence.toFixed(2)}`,
    record.source.published ? ` · published ${record.source.published}` : '');
  document.title = `${record.title} – review`;
}

watch(what => {
  if (what === 'step') return light(desk.draft.current, 'current');
  paintHead();
  paintText();
  allowDeciding(!isOthers(desk.detail));
  if (what !== 'record') return;
  markOpen();
  byId('list').classList.remove('open');
  for (const id of ['source', 'record']) byId(id).scrollTop = 0;
  if (innerWidth > 700 || byId('source').contains(document.activeElement)) byId('own')?.scrollIntoView({ block: 'nearest' });
  byId('source').scrollTop = 0;
  if (document.activeElement !== byId('search')) byId('source').focus({ preventScroll: true });
});

async function go(by) {
  if (desk.isBusy || !desk.draft && !first()) return;
  const id = await beside(desk.draft?.id, by).catch(fail);
  if (id) return open(id, { isStep: true });
  say(by > 0 ? 'This is the last record.' : 'This is the first record.');
}

async function showList(filters, isStep = true) {
  desk.filters = filters;
  paintFilters();
  await readQueue().catch(fail);
  await open(first(), { isStep });
}

const needsRecord = act => (...given) => desk.detail ? act(...given) : undefined;
const decides = act => needsRecord((...given) => isOthers(desk.detail) ? say('Somebody else has this record open.') : act(...given));

// What waits to be sent is taken back by not sending it.
function undoLast() {
  if (!desk.draft || !takeOut(desk.draft.id)) return undo();
  tellWaiting();
  say('It is not sent.');
}

const actions = {
  accept: decides(() => decide('reviewed')), reject: decides(() => decide('rejected')), unsure: decides(askNote),
  skip: () => go(1), back: () => go(-1), undo: undoLast, redo, offers: goToOffers,
  answer: needsRecord(number => isChoosing() ? takeRole(number) : areShown() ? takeDifference(number) : answerBy(number)),
  next: needsRecord(() => stepBy(1)), previous: needsRecord(() => stepBy(-1)), edit: needsRecord(edit), remove: needsRecord(remove), role: needsRecord(chooseRole),
  later: needsRecord(() => shiftYear(1)), earlier: needsRecord(() => shiftYear(-1)),
  date: needsRecord(() => add('dates')), city: needsRecord(() => add('cities')), organization: needsRecord(() => add('organizations')), topic: needsRecord(findTopic), words: needsRecord(takeWords),
  split: decides(split), merge: decides(() => merge(true)), mergeBefore: decides(() => merge(false)),
  original: showOriginal, history: showHistory, rules: showRules, search: focusSearch, filter: focusFilters, help: showHelp, sheet: showSheet, agreement: showAgreement,
  leave: () => { leaveRoles(); document.activeElement?.blur(); byId('source').focus({ preventScroll: true }); },
};

async function begin() {
  for (const element of document.querySelectorAll('[data-act]')) element.onclick = () => actions[element.dataset.act]();
  byId('records').onclick = () => byId('list').classList.toggle('open');
  useQueue(open); useOpen(open); useHistory(open);
  useFilters(showList);
  tieText({ over: light, choose });
  tieRecord({ add });
  listen(actions);
  onBack(({ filters, id }) => JSON.stringify(filters) === JSON.stringify(desk.filters) ? open(id ?? first()) : followBack(filters, id));
  addEventListener('records-changed', () => open(desk.draft?.id ?? null, { isAnew: true }));
  tidy();
  desk.me = await get('/me');
  await nameOnce();
  useDecisions(open);
  await followBack(place().filters, place().id);
}

async function followBack(filters, id) {
  desk.filters = filters;
  paintFilters();
  await readQueue().catch(fail);
  await open(id ?? first());
}

begin().catch(fail);
