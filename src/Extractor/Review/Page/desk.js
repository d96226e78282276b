// What lies on the desk: the record that is open, its draft, who works, and which records they work through. Whoever shows a part of it is told when it changes.

// “isBusy”: the server has been asked to save something or to take it back, and has not answered yet.
export const desk = { detail: null, draft: null, filters: {}, me: { topics: [], types: [] }, reviewer: null, isBusy: false };

const watchers = [];

// Told with (what changed): 'record' another one lies open, 'values' the draft is another, 'field' one field of the form was left, 'step' another value is the chosen one, 'undo' the draft of before is back.
export function watch(watcher) { watchers.push(watcher); }

function tellAll(what) { for (const watcher of watchers) watcher(what); }

export function lay(detail, draft) {
  Object.assign(desk, { detail, draft });
  tellAll('record');
}

export function change(draft, what = 'values') {
  if (draft === desk.draft) return;
  desk.draft = draft;
  tellAll(what);
}

export const view = () => desk.filters.view ?? 'open';
