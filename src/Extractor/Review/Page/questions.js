// What is asked of a record, in words, with the answers under the keys 1 to 9; and what an answer makes of the draft.

import { byId, button, key, make, say } from './dom.js';
import { desk, change, watch } from './desk.js';
import { lineOf, onlyRole, patched, setRemoved, setValues, step, unpatched } from './draft.js';
import { days, kinds } from './kinds.js';

let answers = [];

export function paintQuestions() {
  answers = [];
  byId('questions').replaceChildren(...desk.detail.record.questions.map(question));
}

function question({ field, ask, choices }, at) {
  const patches = desk.detail.answers[at];
  const buttons = choices.map((choice, i) => {
    const number = answers.push(() => {
      if (patches) decideAnew(patches, i, choice);
      else answer(field, choice);
      for (const [other, each] of buttons.entries()) each.setAttribute('aria-pressed', String(other === i));
    });
    return button([number < 10 ? key(number) : '', ' ' + inWords(field, choice)], answers[number - 1]);
  });
  return make('div', { className: 'question', role: 'group', 'aria-labelledby': `ask-${at}` }, make('p', { id: `ask-${at}`, textContent: ask }), ...buttons);
}

// The day that words are read as stands beside them.
function inWords(field, choice) {
  if (choice === 'none') return 'neither: leave it out';
  const line = field === '/dates' ? desk.draft.lines.find(each => each.kind === 'dates' && each.value.text === choice) : null;
  return line && days(line.value) !== choice ? `${choice} · ${days(line.value)}` : choice;
}

export const answerBy = number => answers[number - 1]?.();

// Where the program has changed its mind, the server says what each choice changes: nothing for what the person decided.
function decideAnew(patches, at, choice) {
  change(patched(patches.reduce(unpatched, desk.draft), patches[at]));
  say(`${choice}: accept to save it.`);
}

export function answer(field, choice) {
  const [, kind, index, name] = field.split('/'), { draft } = desk;
  if (!kinds[kind] || index === undefined) return whole(field, kind, choice);
  const line = lineOf(draft, `${kind}-${index}`);
  if (!line) return;
  const next = choice === 'none' ? setRemoved(draft, line.key, true) : setValues(setRemoved(draft, line.key, false), line.key, valuesOf(line, name, choice));
  change({ ...next, current: line.key });
}

function valuesOf(line, name, choice) {
  if (name === 'from') return dayOf(line.value, choice);
  return name === 'geonameId' ? placeOf(line.value, choice) : { [name]: choice };
}

// A year is put into both days, and so is a range (“first to last”); a day moves the end with it where both were one.
function dayOf({ from, to }, choice) {
  const inYear = day => day && choice + day.slice(4), [first, last] = choice.split(' to ');
  if (/^\d{4}$/.test(choice)) return { from: inYear(from), to: inYear(to) };
  return last || from === to ? { from: first, to: last ?? first } : { from: first };
}

// “Name, Region, CC (id)”, as the program writes a city to choose; a place of the user's own has no id.
function placeOf(value, choice) {
  const [, words, id] = /^(.*) \((\d*)\)$/.exec(choice) ?? [null, choice, ''], parts = words.split(', '), geonameId = id ? Number(id) : null;
  if (geonameId !== null && geonameId === value.geonameId) return {};
  const country = parts.length > 1 ? parts.pop() : value.country;
  return { country, region: parts.length > 1 ? parts.pop() : null, name: parts.join(', '), geonameId, latitude: null, longitude: null };
}

// A question on a whole field: one of its values is the one, and the chief role is that value's alone.
function whole(field, kind, choice) {
  const line = desk.draft.lines.find(each => each.kind === kind && each.value.text === choice);
  if (line) return change(step(onlyRole(desk.draft, line.key, kinds[kind].roles[0]), line.key));
  say('Correct it in the form.');
}

watch(what => { if (what === 'record') paintQuestions(); });
