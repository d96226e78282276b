// Who holds a record: it is held for the reviewer as long as it lies open, and let go when they leave it.

import { post } from './api.js';
import { byId, tell } from './dom.js';
import { desk, view, watch } from './desk.js';
import { when } from './words.js';

const every = 60_000;
let held = null;

export const isOthers = detail => Boolean(detail?.claim && !detail.claim.mine);

export function paintClaim() {
  const { claim, second } = desk.detail;
  const words = isOthers(desk.detail) ? `${claim.by} has it open (until ${when(claim.until)}, unless they go on). You can read it; go on with j.`
    : second && view() !== 'differences' ? 'A second reader is asked for this record: decide without looking at what others decided.' : '';
  byId('claim').textContent = words;
}

export function letGo() {
  if (held) post('/claims/release', { id: held }, { keepalive: true }).catch(() => {});
  held = null;
}

// Where somebody else holds it meanwhile, that is told; that the server does not answer is told when something is to be saved.
setInterval(() => { if (held && !document.hidden) post('/claims', { id: held }).catch(error => { if (error.status === 409) tell(error.message); }); }, every);
addEventListener('pagehide', letGo);

watch(what => {
  if (what !== 'record') return;
  const mine = desk.detail.claim?.mine ? desk.detail.record.id : null;
  if (held !== mine) letGo();
  held = mine;
  paintClaim();
});
