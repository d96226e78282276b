// The record as a form, painted from the draft.

import { byId, button, make, keepingFocus } from './dom.js';
import { desk, change, watch } from './desk.js';
import { lineOf, setGeneral, setRemoved, setValues, shownValue, step } from './draft.js';
import { general, isChief, kinds, named } from './kinds.js';
import { control } from './field.js';
import { topicFinder } from './topics.js';
import { light } from './text.js';

const form = byId('record');

const paint = () => form.replaceChildren(announcement(), ...Object.keys(kinds).map(set));

function announcement() {
  const fields = Object.keys(general).map(path => control({ id: path, ...once(path) }));
  return make('fieldset', {}, make('legend', { textContent: 'Announcement' }), make('div', { className: 'fields' }, ...fields));
}

// What stands once in a record; whether it is online may be left unsaid.
function once(path) {
  const { name, of, choices } = general[path], { draft, me } = desk;
  const put = value => change(setGeneral(desk.draft, path, value), 'field'), get = () => desk.draft.general[path];
  if (name === 'online') return { name, get: () => String(get() ?? ''), shown: String(of(draft.shown) ?? ''), choices: { '': 'not said', true: 'yes', false: 'no' }, put: value => put(value === null ? null : value === 'true') };
  const offered = name === 'type' && me.types.length ? [...new Set([...me.types.map(type => type.label), get()])] : choices;
  return { name, get, shown: of(draft.shown), choices: offered && Object.fromEntries(offered.map(choice => [choice, choice])), put };
}

function set(kind) {
  const { title, one, key } = kinds[kind], lines = desk.draft.lines.filter(line => line.kind === kind);
  const add = kind === 'topics' ? topicFinder() : make('button', { type: 'button', id: 'add-' + kind, className: 'add', data: { add: kind } }, `Add ${one === 'organization' ? 'an' : 'a'} ${one} `, make('kbd', { textContent: key }));
  if (kind !== 'topics') add.onmousedown = event => event.preventDefault(); // keeps the selection
  const none = lines.length ? [] : [make('p', { className: 'none', textContent: `No ${one} was found.` })];
  return make('fieldset', { className: kind }, make('legend', { textContent: title }), ...none, ...lines.map(lineElement), add);
}

function lineElement(line) {
  const { kind, key, value, removed } = line, words = named(kind, value) || 'new', shown = shownValue(desk.draft, line);
  const remove = button(removed ? 'Keep' : 'Remove', () => change(setRemoved(desk.draft, key, !removed)), { id: 'remove-' + key, 'aria-label': `${removed ? 'Keep' : 'Remove'} ${words}` });
  const sure = shown ? value.confidence.toFixed(2) : 'added';
  const head = make('div', { className: 'words' }, make('q', { className: kind + (isChief(kind, value.role) ? ' chief' : ''), textContent: value.text || words }),
    make('small', { textContent: sure, title: shown ? 'How sure the program is' : 'You added it' }), remove);
  const element = make('div', {
    id: 'line-' + key, className: classes(line, shown), tabIndex: -1, role: 'group', data: { key },
    'aria-label': [kinds[kind].one, words, value.role, removed ? 'removed' : `confidence ${sure}`].filter(Boolean).join(', '),
  }, head);
  if (kind !== 'topics' && !removed) element.append(fieldsOf(line, shown));
  return element;
}

function classes(line, shown) {
  const isChanged = !shown || JSON.stringify(shown) !== JSON.stringify(line.value);
  return ['line', line.removed ? 'gone' : '', isChanged ? 'corrected' : '', line.key === desk.draft.current ? 'current' : '', shown && shown.confidence < 0.8 ? 'doubtful' : ''].filter(Boolean).join(' ');
}

function fieldsOf({ kind, key, at }, shown) {
  const { fields, roles } = kinds[kind], all = [...Object.entries(fields).map(([name, form]) => ({ name, form })), { name: 'role', choices: Object.fromEntries(roles.map(role => [role, role])) }];
  return make('div', { className: 'fields' }, ...all.map(one => control({
    ...one, id: `/${kind}/${at ?? key}/${one.name}`, shown: shown?.[one.name], get: () => lineOf(desk.draft, key).value[one.name],
    put: (value, was) => change(setValues(desk.draft, key, { [one.name]: value, ...along(one.name, value, was, key) }), 'field'),
  })));
}

// The last day goes with the first where both were one.
const along = (name, value, was, key) => name === 'from' && value && lineOf(desk.draft, key).value.to === (was || null) ? { to: value } : {};

// What a field changed is shown without painting anew: the next field may be on its way to being focused.
function refresh() {
  for (const input of form.querySelectorAll('[data-path]')) input.refresh();
  for (const line of desk.draft.lines) byId('line-' + line.key)?.setAttribute('class', classes(line, shownValue(desk.draft, line)));
}

export function focusLine(key, isField) {
  const element = byId('line-' + key);
  if (!element) return;
  (isField ? element.querySelector('input, select') ?? element : element).focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}

function lineAt(target) { return target.closest?.('.line')?.dataset.key ?? null; }

export function tieRecord({ add }) {
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('mouseover', event => light(lineAt(event.target)));
  form.addEventListener('mouseleave', () => light(null));
  form.addEventListener('focusin', event => { const key = lineAt(event.target); if (key && key !== desk.draft.current) change(step(desk.draft, key), 'step'); });
  form.addEventListener('click', event => { const kind = event.target.closest('[data-add]')?.dataset.add; if (kind) add(kind); });
}

watch(what => {
  if (what === 'record') paint(); // another record: nothing of it is chosen yet
  else if (what === 'values' || what === 'undo') keepingFocus(paint);
  else refresh();
});
