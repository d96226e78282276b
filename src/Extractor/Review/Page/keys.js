// The keys. This list is what the page listens to and what the help shows: nothing else acts.

import { byId, key, make, isDialogOpen, isTyping, openDialog } from './dom.js';

// What each key does, by groups; “act” is the name of the action.
export const groups = [
  { title: 'Decide', keys: [
    ['a', 'accept', 'Accept: the record is as it stands in the form'], ['x', 'reject', 'Not an announcement'], ['n', 'unsure', 'Cannot tell, with a note'],
    ['j', 'skip', 'Skip: the next record'], ['k', 'back', 'Back: the record before'], ['u', 'undo', 'Undo, over all records'], ['U', 'redo', 'Redo'], ['p', 'offers', 'Go to what is offered for other records'] ] },
  { title: 'Answer and correct', keys: [
    ['1', 'answer', 'Answer a question, by the number of the choice', '1–9'], ['v', 'next', 'The next value, in the text and in the form'], ['V', 'previous', 'The value before'], ['e', 'edit', 'Correct the value in the form'],
    ['r', 'role', 'Another role, by its number (0: this one alone)'], ['y', 'later', 'The date a year later'], ['Y', 'earlier', 'The date a year earlier'], ['Delete', 'remove', 'Remove the value, or keep it again'] ] },
  { title: 'Add what you have selected', keys: [
    ['d', 'date', 'A date'], ['c', 'city', 'A city'], ['g', 'organization', 'An organization'], ['t', 'topic', 'A topic: type to find it'],
    ['w', 'words', 'Give the value these words'] ] },
  { title: 'One or several', keys: [['s', 'split', 'Split at the cursor'], ['m', 'merge', 'Merge with the one after it'], ['M', 'mergeBefore', 'Merge with the one before it']] },
  { title: 'Look', keys: [
    ['o', 'original', 'The page as it was fetched'], ['h', 'history', 'Who changed what'], ['l', 'rules', 'The labelling rules'], ['/', 'search', 'Search'], ['f', 'filter', 'Filters'], ['?', 'help', 'This help'] ] },
];

const inFields = [['Esc', 'leaves a field or a window; the keys act again'], ['Ctrl Enter', 'accepts, from within a field too'], ['Ctrl Z', 'undoes, Ctrl Y redoes'], ['Enter', 'leaves a field']];
const byKey = new Map(groups.flatMap(group => group.keys.map(([name, act]) => [name, act])));

let areOn = true;
try { areOn = localStorage.getItem('extract-keys') !== 'off'; } catch { /* on, then */ }

function turn(on) {
  areOn = on;
  try { localStorage.setItem('extract-keys', on ? 'on' : 'off'); } catch { /* until the page is left */ }
}

// A letter is a capital by Shift alone: Caps Lock must not turn accept into something else.
const letter = event => /^[a-z]$/i.test(event.key) ? event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase() : event.key === 'Backspace' ? 'Delete' : event.key;

export function listen(actions) {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || event.altKey || isDialogOpen()) return;
    if (event.key === 'Escape') return actions.leave();
    if (event.ctrlKey || event.metaKey) return withControl(event, actions);
    if (isTyping(event.target)) return inField(event, actions);
    const name = letter(event), act = /^[0-9]$/.test(name) ? 'answer' : byKey.get(name);
    if (!act || !areOn || event.repeat && !['next', 'previous', 'skip', 'back'].includes(act)) return;
    event.preventDefault();
    actions[act](Number(name));
  });
}

function withControl(event, actions) {
  const name = event.key.toLowerCase(), isField = isTyping(event.target);
  const act = name === 'enter' ? 'accept' : isField ? null : name === 'z' ? event.shiftKey ? 'redo' : 'undo' : name === 'y' ? 'redo' : null;
  if (!act) return;
  event.preventDefault();
  if (isField) event.target.blur();
  actions[act]();
}

function inField(event, actions) {
  if (event.key !== 'Enter' || event.target.tagName === 'TEXTAREA') return;
  event.preventDefault();
  actions.leave();
}

export function showHelp() {
  const line = (name, words) => [make('dt', {}, ...name.split(' ').map(key)), make('dd', { textContent: words })];
  const lists = groups.map(({ title, keys }) => make('section', {}, make('h3', { textContent: title }), make('dl', {}, ...keys.flatMap(([name, , words, shown]) => line(shown ?? (name === name.toLowerCase() ? name : name.length > 1 ? name : `Shift ${name.toLowerCase()}`), words)))));
  const fields = make('section', {}, make('h3', { textContent: 'While you type' }), make('dl', {}, ...inFields.flatMap(([name, words]) => line(name, words))));
  const box = make('input', { type: 'checkbox', id: 'keys-on', checked: areOn, onchange: () => turn(box.checked) });
  openDialog('Keys', [make('div', { className: 'keys' }, ...lists, fields), make('p', {}, box, make('label', { htmlFor: 'keys-on', textContent: ' single keys act (turn them off where a program of yours types them)' })),
    make('p', { textContent: 'Click on marked words to choose their value; select words in the text to add them. What is worth asking comes first: records that are neither sure nor hopeless, and those whose question many others share.' })], { wide: true });
}

byId('help').onclick = showHelp;
