// A record's draft: what the reviewer makes of it, as plain values that never change in place, and the JSON Patch that this makes.

import { general, kinds, named } from './kinds.js';

const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export const lastSeen = detail => detail.history.at(-1)?.id ?? null;

export function draftOf(detail) {
  const record = detail.record;
  return {
    id: record.id, seen: lastSeen(detail), print: detail.print, shown: record, current: null, made: 0,
    general: Object.fromEntries(Object.entries(general).map(([path, { of }]) => [path, of(record) ?? null])),
    lines: Object.keys(kinds).flatMap(kind => record[kind].map((value, at) => ({ key: `${kind}-${at}`, kind, at, value, removed: false }))),
  };
}

// Where it is asked whether what was decided still holds, the form begins with that: who accepts without a word lets it hold.
export const begun = detail => detail.answers.reduce((draft, patches) => patches ? patched(draft, patches[0]) : draft, draftOf(detail));

export const shownValue = (draft, line) => line.at === null ? null : draft.shown[line.kind][line.at];
export const lineOf = (draft, key) => draft.lines.find(line => line.key === key) ?? null;
export const current = draft => lineOf(draft, draft.current);
export const step = (draft, key) => ({ ...draft, current: key });

export const setGeneral = (draft, path, value) => ({ ...draft, general: { ...draft.general, [path]: value } });

const withLine = (draft, key, make) => ({ ...draft, lines: draft.lines.map(line => line.key === key ? make(line) : line) });

// What was looked up for a value falls with it, and comes back with it.
export function setValues(draft, key, values) {
  return withLine(draft, key, line => {
    const { fields, lookedUp } = kinds[line.kind], shown = shownValue(draft, line), value = { ...line.value, ...values };
    const isAnother = Object.keys(values).some(name => name in fields) && !lookedUp.some(name => name in values);
    const isBack = shown && Object.keys(fields).every(name => same(value[name], shown[name]));
    if (isAnother) for (const name of lookedUp) value[name] = isBack ? shown[name] : null;
    if (value.role === 'deadline' && values.role && value.to) value.from = value.to;
    return { ...line, value, removed: false };
  });
}

export const setRemoved = (draft, key, removed) => withLine(draft, key, line => ({ ...line, removed }));

// A value that the program did not find. Its confidence is the reviewer's.
export function addLine(draft, kind, value) {
  const key = `${kind}-new-${draft.made}`;
  return { ...draft, made: draft.made + 1, current: key, lines: [...draft.lines, { key, kind, at: null, removed: false, value: { ...value, confidence: 1, by: 'review' } }] };
}

// The words of a new value: a label has its evidence, all else its place and a role. Words in a heading outside the announcement are inherited.
export function valueOf(kind, found, isOutside) {
  if (kind === 'topics') return { label: found.text, evidence: found.start === null ? [] : [[found.start, found.end]] };
  const value = { text: found.text, start: found.start, end: found.end, role: kinds[kind].roles[0], ...(isOutside ? { inherited: true } : {}) };
  return kind === 'dates' ? { from: null, to: null, ...value } : { ...value, name: found.text.replace(/\s+/g, ' ') };
}

// The draft with changes to the record as shown, in the order in which the server tells them: what goes is told from the last back, so that each index is the shown one.
export const patched = (draft, patch) => patch.reduce((made, { path, op, value }) => {
  const { kind, key, name } = pointed(path);
  if (!kinds[kind]) return path in general ? setGeneral(made, path, value ?? null) : made;
  if (name) return setValues(made, key, { [name]: value ?? null });
  if (op === 'add') return { ...addLine(made, kind, value), current: made.current };
  return op === 'remove' ? setRemoved(made, key, true) : setValues(made, key, value);
}, draft);

// The draft without those changes: what they touch is as it was shown.
export const unpatched = (draft, patch) => patch.reduce((made, { path, op, value }) => {
  const { kind, key, name } = pointed(path);
  if (!kinds[kind]) return path in general ? setGeneral(made, path, general[path].of(draft.shown) ?? null) : made;
  if (op === 'add' && !name) return { ...made, lines: made.lines.filter(line => !(line.at === null && line.kind === kind && same({ ...value, confidence: 1, by: 'review' }, line.value))) };
  return withLine(made, key, line => ({ ...line, value: shownValue(draft, line), removed: false }));
}, draft);

function pointed(path) {
  const [, kind, at, name] = path.split('/');
  return { kind, key: `${kind}-${at}`, name };
}

// This role is that of one value alone: what else of the kind had it is only mentioned.
export function onlyRole(draft, key, role) {
  const { kind } = lineOf(draft, key), rest = kinds[kind].roles.at(-1);
  const others = draft.lines.filter(line => line.kind === kind && line.key !== key && line.value.role === role && !line.removed);
  return setValues(others.reduce((made, line) => setValues(made, line.key, { role: rest }), draft), key, { role });
}

const replace = (path, value) => ({ op: 'replace', path, value: value ?? null });

function replacements(draft, line) {
  const shown = shownValue(draft, line), names = Object.keys({ ...shown, ...line.value });
  return names.filter(name => !same(shown[name], line.value[name])).map(name => replace(`/${line.kind}/${line.at}/${name}`, line.value[name]));
}

// Replacements first, then removals from the last index back, so that no path moves under another, then what was added.
export function changes(draft) {
  const found = draft.lines.filter(line => line.at !== null), added = draft.lines.filter(line => line.at === null && !line.removed);
  return [
    ...Object.entries(general).filter(([path, { of }]) => !same(of(draft.shown), draft.general[path])).map(([path]) => replace(path, draft.general[path])),
    ...found.filter(line => !line.removed).flatMap(line => replacements(draft, line)),
    ...found.filter(line => line.removed).sort((a, b) => b.at - a.at).map(line => ({ op: 'remove', path: `/${line.kind}/${line.at}`, value: null })),
    ...added.map(line => ({ op: 'add', path: `/${line.kind}/-`, value: worded(line) })),
  ];
}

// What was typed and not selected has its value for words.
const worded = ({ kind, value }) => kind === 'topics' || value.text ? value : { ...value, text: value.name ?? value.from ?? value.to ?? '' };

export const isChanged = draft => changes(draft).length > 0;

// What became of a record since a draft of it was begun: a 'decision' of somebody, another 'run', or 'nothing'.
export const since = (draft, detail) => draft.seen !== lastSeen(detail) ? 'decision' : same(draft.shown, detail.record) ? 'nothing' : 'run';

// The same corrections on the record as it is by now: what others corrected and the reviewer did not stays theirs. “lost”: the values that were corrected and are not there any more.
export function rebased(draft, detail) {
  const fresh = begun(detail), left = [...fresh.lines], lost = [];
  let made = { ...fresh, general: Object.fromEntries(Object.keys(general).map(path => [path, same(general[path].of(draft.shown), draft.general[path]) ? fresh.general[path] : draft.general[path]])) };
  for (const line of draft.lines.filter(each => each.at !== null)) {
    const shown = shownValue(draft, line), other = taken(left, line.kind, shown), isElsewhere = line.value.start !== shown.start || !same(line.value.evidence, shown.evidence);
    const corrected = Object.entries(isElsewhere ? placed(line.value, draft.shown, fresh.shown) : line.value).filter(([name, value]) => !same(value, shown[name]));
    if (other) made = line.removed ? setRemoved(made, other.key, true) : corrected.length ? setValues(made, other.key, Object.fromEntries(corrected)) : made;
    else if (corrected.length && !line.removed) lost.push(named(line.kind, shown));
  }
  for (const line of draft.lines.filter(each => each.at === null && !each.removed)) {
    const value = placed(line.value, draft.shown, fresh.shown), other = taken(left, line.kind, value);
    made = other ? setValues(made, other.key, value) : addLine(made, line.kind, value);
  }
  return { ...made, current: null, lost };
}

// The line in which a value stands by now, in its place or else in its words; no other value is found there again.
function taken(left, kind, value) {
  const lines = left.filter(line => line.kind === kind), other = lines.find(line => isAt(line.value, value)) ?? lines.find(line => isNamed(line.value, value));
  if (other) left.splice(left.indexOf(other), 1);
  return other ?? null;
}

const isAt = (a, b) => Number.isInteger(a.start) && a.start === b.start && a.end === b.end && a.text === b.text;
const isNamed = (a, b) => a.text === b.text && same(a.label ?? a.name ?? a.from, b.label ?? b.name ?? b.from);

// Words that were selected, where they stand in the record as it is by now; nowhere where they are gone.
function placed(value, then, now) {
  const moved = now.start - then.start, isSame = then.text === now.text;
  if (value.evidence) return isSame ? { ...value, evidence: value.evidence.map(([start, end]) => [start + moved, end + moved]) } : { ...value, evidence: [] };
  if (!Number.isInteger(value.start)) return value;
  const start = isSame ? value.start + moved : now.text.indexOf(value.text) < 0 ? null : now.start + now.text.indexOf(value.text);
  return { ...value, start, end: start === null ? null : start + value.end - value.start };
}
