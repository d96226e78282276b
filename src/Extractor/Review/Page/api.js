// Talks to “extract review”: what it refuses comes as words of its own, and where it does not answer that is told apart.

let token = document.querySelector('meta[name=token]').content, reviewer = null;

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

export const post = (path, body, options = {}) => send(path, { body: JSON.stringify(body), ...options }, 'application/json');

export const postText = (path, text) => send(path, { body: text }, 'text/csv; charset=utf-8');

// A server that was started again has another token: it stands in the page that it gives now.
async function send(path, options, type) {
  const ours = token, sent = () => ask(path, { method: 'POST', headers: { 'content-type': type, 'x-extract-token': token }, ...options });
  try {
    return await read(await sent());
  } catch (error) {
    if (error.status !== 403) throw error;
    const page = new DOMParser().parseFromString(await get('/'), 'text/html');
    token = page.querySelector('meta[name=token]')?.content ?? token;
    if (token === ours) throw error;
    return read(await sent());
  }
}

export const recordPath = (id, rest = '') => `/records/${encodeURIComponent(id)}${rest}`;
