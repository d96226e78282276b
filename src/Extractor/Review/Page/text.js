// The announcement's text: its marks, and what is selected in it.

const shown = document.getElementById('text');

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

// The announcement's text with each value marked; where two overlap the first stands.
export function marked(record, lines) {
  const spans = lines.flatMap(line => [[line.finding.start, line.finding.end], ...(line.finding.also ?? [])].map(([start, end]) => ({ start, end, line })))
    .filter(span => Number.isInteger(span.start) && span.start >= record.start && span.end <= record.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const parts = [];
  let position = record.start;
  for (const span of spans) {
    if (span.start < position) continue;
    parts.push(words(record, position, span.start), mark(record, span));
    position = span.end;
  }
  return [...parts, words(record, position, record.end)];
}

function words(record, start, end) { return record.text.slice(start - record.start, end - record.start); }

function mark(record, { start, end, line }) {
  const element = make('mark', { className: line.kind, textContent: words(record, start, end) });
  element.dataset.key = line.key;
  element.onmouseenter = () => light(line, true);
  element.onmouseleave = () => light(line, false);
  element.onclick = () => { if (getSelection().isCollapsed) line.element.querySelector('input, select, button').focus(); };
  return element;
}

function marksOf(line) { return document.querySelectorAll(`mark[data-key="${line.key}"]`); }
export function light(line, on) { for (const element of marksOf(line)) element.classList.toggle('on', on); }
export function strike(line) { for (const element of marksOf(line)) element.classList.toggle('gone', line.removed); }

// The words that the reviewer has selected in the text, as a finding's text and place.
export function selected(record) {
  const selection = getSelection();
  if (selection.isCollapsed || !shown.contains(selection.anchorNode) || !shown.contains(selection.focusNode)) return { text: '', start: null, end: null };
  const range = selection.getRangeAt(0), before = document.createRange();
  before.setStart(shown, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const raw = range.toString(), text = raw.trim(), start = record.start + before.toString().length + raw.indexOf(text);
  return { text, start, end: start + text.length };
}
