// Talks to “extract review”: what it refuses comes as words of its own, and where it does not answer that is told apart.

const token = document.querySelector('meta[name=token]').content;
let reviewer = null;

// The server does not answer at all.
export class Gone extends Error {}

// The server answered, and says no.
export class Refused extends Error {
  constructor(status, words) {
    super(words || `The server failed (${status}). Its window says why.`);
    this.status = status;
  }
}

export function nameReviewer(name) { reviewer = name; }

async function ask(path, options = {}) {
  const headers = { ...options.headers, ...(reviewer ? { 'x-extract-reviewer': encodeURIComponent(reviewer) } : {}) };
  let answer;
  try {
    answer = await fetch(path, { ...options, headers });
  } catch {
    throw new Gone('“extract review” does not answer.');
  }
  if ([502, 503, 504].includes(answer.status)) throw new Gone('“extract review” does not answer.');
  if (!answer.ok) throw new Refused(answer.status, await answer.text());
  return answer;
}

const read = async answer => (answer.headers.get('content-type') ?? '').includes('json') ? answer.json() : answer.text();

export const get = async path => read(await ask(path));

export const post = async (path, body, options = {}) =>
  read(await ask(path, { method: 'POST', headers: { 'content-type': 'application/json', 'x-extract-token': token }, body: JSON.stringify(body), ...options }));

export const postText = async (path, text) =>
  read(await ask(path, { method: 'POST', headers: { 'content-type': 'text/csv; charset=utf-8', 'x-extract-token': token }, body: text }));

export const recordPath = (id, rest = '') => `/records/${encodeURIComponent(id)}${rest}`;
