// Decisions that wait for a server that does not answer: kept on this machine, and sent in their order when it answers again, whatever lies open then.

import { Gone } from './api.js';
import { desk } from './desk.js';

const name = 'extract-outbox', patience = 3000;
let letters = [], timer = null, deliver = async () => {};

function store() { try { localStorage.setItem(name, JSON.stringify(letters)); } catch { /* as long as the page is open, then */ } }

// “deliver” sends one (its body, and the draft with which it was decided), takes it out when the server has answered, and throws Gone where it does not answer still.
export function useOutbox(sender) {
  deliver = sender;
  try { letters = JSON.parse(localStorage.getItem(name)) ?? []; } catch { /* none */ }
  if (letters.length) sendSoon();
}

const own = () => letters.filter(letter => letter.by === desk.reviewer);

export const waiting = () => own().length;

export function put(body, draft) {
  takeOut(body.id);
  letters.push({ by: desk.reviewer, body, draft });
  store();
  sendSoon();
}

// True where a decision on the record waited: it is not sent any more.
export function takeOut(id) {
  const left = letters.filter(letter => letter.by !== desk.reviewer || letter.body.id !== id), isOut = left.length < letters.length;
  letters = left;
  store();
  return isOut;
}

function sendSoon() {
  clearTimeout(timer);
  timer = setTimeout(send, patience);
}

async function send() {
  if (desk.isBusy) return sendSoon();
  for (const letter of own()) {
    try {
      await deliver(letter);
    } catch (error) {
      if (error instanceof Gone) return sendSoon();
      throw error;
    }
  }
}
