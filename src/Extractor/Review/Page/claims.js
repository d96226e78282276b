// Who holds a record: it is held for the reviewer as long as it lies open, and let go when they leave it.

import { post } from './api.js';
import { byId } from './dom.js';
import { desk, watch } from './desk.js';
import { when } from './words.js';

const every = 60_000;
let held = null;

export const isOthers = detail => Boolean(detail?.claim && !detail.claim.mine);

export function paintClaim() {
  const { claim, second } = desk.detail;
  const words = isOthers(desk.detail) ? `${claim.by} has it open (until ${when(claim.until)}, unless they go on). You can read it; go on with j.`
    : second ? 'A second reader is asked for this record: decide without looking at what others decided.' : '';
  byId('claim').textContent = words;
}

export function letGo() {
  if (held) post('/claims/release', { id: held }, { keepalive: true }).catch(() => {});
  held = null;
}

setInterval(() => { if (held && !document.hidden) post('/claims', { id: held }).catch(() => {}); }, every);
addEventListener('pagehide', letGo);

watch(what => {
  if (what !== 'record') return;
  const mine = desk.detail.claim?.mine ? desk.detail.record.id : null;
  if (held !== mine) letGo();
  held = mine;
  paintClaim();
});
