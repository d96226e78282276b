// The role of a value, chosen by a number: the roles of its kind, and 0 for “this one alone has the chief role”.

import { byId, button, key, make, say } from './dom.js';
import { desk, change } from './desk.js';
import { current, lineOf, onlyRole, setValues } from './draft.js';
import { kinds, named } from './kinds.js';

const chips = () => document.querySelector('.roles');

// As long as the numbers are seen beside the roles; they go with the form as it was.
export const isChoosing = () => chips() !== null;

export function chooseRole() {
  const line = current(desk.draft);
  if (!line || !kinds[line.kind].roles.length) return say('Choose a date, a city or an organization first: v steps through the values.');
  const { roles } = kinds[line.kind], words = named(line.kind, line.value);
  const group = make('div', { className: 'roles', role: 'group', 'aria-label': `Role of ${words}`, data: { key: line.key } },
    ...roles.map((role, i) => button([key(i + 1), ' ' + role], () => takeRole(i + 1))), button([key(0), ` the only ${roles[0]}`], () => takeRole(0)));
  leaveRoles();
  byId('line-' + line.key).append(group);
  group.scrollIntoView({ block: 'nearest' });
  say(`Role of ${words}: ${roles.map((role, i) => `${i + 1} ${role}`).join(', ')}, 0 the only ${roles[0]}`);
}

export function takeRole(number) {
  const line = lineOf(desk.draft, chips().dataset.key), { roles } = kinds[line.kind];
  if (number > roles.length) return;
  const role = roles[Math.max(0, number - 1)];
  leaveRoles();
  change(number === 0 ? onlyRole(desk.draft, line.key, role) : setValues(desk.draft, line.key, { role }));
  say(`${named(line.kind, line.value)} is ${role}.`);
}

export function leaveRoles() { chips()?.remove(); }
