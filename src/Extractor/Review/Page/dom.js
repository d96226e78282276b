// Small words for making and finding elements, for telling what happened, and for the one dialog.

export const byId = id => document.getElementById(id);

export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (name.startsWith('aria-') || name === 'role') element.setAttribute(name, value);
    else if (name === 'data') Object.assign(element.dataset, value);
    else element[name] = value;
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

export function button(words, onclick, properties = {}) {
  return make('button', { type: 'button', onclick, ...properties }, ...[words].flat());
}

export const key = words => make('kbd', { textContent: words });

// What a screen reader is told, and nobody needs to see.
export function say(words) { byId('told').textContent = words; }

// What went wrong, in words; nothing where nothing does.
export function tell(words) { byId('fault').textContent = words ?? ''; }

// What became of the work: saved (the server has said so), or a draft on this machine.
export function state(words, isSaved) {
  byId('saved').textContent = words;
  byId('saved').classList.toggle('is-saved', Boolean(isSaved));
}

export const isTyping = element => ['INPUT', 'SELECT', 'TEXTAREA'].includes(element?.tagName) && !['checkbox', 'radio', 'button', 'file'].includes(element.type);

// Opens the dialog with a heading and what it holds; the answer comes when it is closed.
export function openDialog(title, children, { wide = false, first = null, leave = true } = {}) {
  const box = byId('dialog');
  if (box.open) box.close();
  byId('dialog-title').textContent = title;
  byId('dialog-body').replaceChildren(...[children].flat());
  byId('dialog-close').hidden = !leave;
  box.classList.toggle('wide', wide);
  box.dataset.leave = leave;
  box.showModal();
  (first ?? byId('dialog-body')).focus({ preventScroll: true });
  return new Promise(done => box.addEventListener('close', () => done(), { once: true }));
}

export function closeDialog() { byId('dialog').close(); }
export const isDialogOpen = () => byId('dialog').open;

byId('dialog-close').onclick = closeDialog;
byId('dialog').addEventListener('cancel', event => { if (byId('dialog').dataset.leave === 'false') event.preventDefault(); });

// Keeps the place of whoever works by keyboard over a repainting: the element that has the same id then.
export function keepingFocus(paint) {
  const focused = document.activeElement, id = focused?.id, [start, end] = [focused?.selectionStart, focused?.selectionEnd];
  paint();
  const again = id && byId(id);
  if (!again || again === document.activeElement) return;
  again.focus({ preventScroll: true });
  if (typeof start === 'number' && again.setSelectionRange) again.setSelectionRange(start, end);
}
