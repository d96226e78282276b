// One field of the form: what is typed goes into the draft when the field is left, in the form that records have.

import { make } from './dom.js';
import { labels } from './kinds.js';

// Days are written as records write them: a browser's own date field would show 10/03 or 03/10 by the reviewer's locale.
const forms = { text: {}, day: { placeholder: 'YYYY-MM-DD', maxLength: 10, inputMode: 'numeric' }, time: { placeholder: 'HH:MM', maxLength: 5 }, country: { placeholder: 'code', maxLength: 2 } };

// “get” reads the draft, “shown” is what the record had, “put” takes what was typed, and what stood there before.
export function control({ id, name, form = 'text', choices, get, shown, put }) {
  const input = choices
    ? make('select', {}, ...Object.entries(choices).map(([value, words]) => make('option', { value, textContent: words })))
    : make('input', { type: 'text', spellcheck: false, ...forms[form] });
  input.id = id;
  input.dataset.path = id;
  input.refresh = () => {
    if (document.activeElement !== input) input.value = get() ?? ''; // what is being typed is not in the draft yet
    input.classList.toggle('changed', (get() ?? '') !== (shown ?? ''));
  };
  input.addEventListener('change', () => {
    const was = get() ?? '';
    input.value = written(form, input.value.trim(), was);
    if (input.value !== was) put(input.value === '' ? null : input.value, was);
  });
  if (!choices) selectOnEntry(input);
  input.refresh();
  return make('div', { className: `field ${name}` }, make('label', { htmlFor: id, textContent: labels[name] ?? name }), input);
}

// Entering a field selects what stands in it, so that typing puts another value in its place; a second click sets the cursor.
function selectOnEntry(input) {
  let isEntered = false;
  input.addEventListener('focus', () => { input.select(); isEntered = true; });
  input.addEventListener('mouseup', event => { if (isEntered && input.selectionStart === input.selectionEnd) { event.preventDefault(); input.select(); } isEntered = false; });
}

// A year alone, a day alone, or month and day, go into the day that stood there; a short time gets its zero.
function written(form, typed, was) {
  if (form === 'country') return typed.toUpperCase();
  if (form === 'time') return /^\d:\d\d$/.test(typed) ? '0' + typed : typed;
  if (form !== 'day' || was.length !== 10) return typed;
  if (/^\d{4}$/.test(typed)) return typed + was.slice(4);
  if (/^\d{1,2}-\d{1,2}$/.test(typed)) return `${was.slice(0, 5)}${typed.split('-').map(part => part.padStart(2, '0')).join('-')}`;
  return /^\d{1,2}$/.test(typed) ? was.slice(0, 8) + typed.padStart(2, '0') : typed;
}
