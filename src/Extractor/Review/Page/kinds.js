// The kinds of values that a record holds: what of each may be corrected, its roles, and what was looked up for the old value and falls with it.

export const kinds = {
  dates: { title: 'Dates', one: 'date', key: 'd', roles: ['event', 'deadline', 'publication', 'other'], fields: { from: 'day', to: 'day', fromTime: 'time', toTime: 'time' }, lookedUp: [] },
  cities: { title: 'Cities', one: 'city', key: 'c', roles: ['venue', 'mentioned'], fields: { name: 'text', country: 'country' }, lookedUp: ['region', 'geonameId', 'latitude', 'longitude'] },
  organizations: { title: 'Organizations', one: 'organization', key: 'g', roles: ['organizer', 'co-organizer', 'host', 'supporter', 'participant', 'mentioned'], fields: { name: 'text', acronym: 'text' }, lookedUp: ['id'] },
  topics: { title: 'Topics', one: 'topic', key: 't', roles: [], fields: { label: 'text' }, lookedUp: [] },
};

// What stands once in a record, by its pointer.
export const general = {
  '/title': { name: 'title', of: record => record.title },
  '/eventType/label': { name: 'type', of: record => record.eventType.label },
  '/eventStatus': { name: 'status', of: record => record.eventStatus, choices: ['scheduled', 'postponed', 'cancelled'] },
  '/online': { name: 'online', of: record => record.online },
};

export const labels = {
  from: 'from', to: 'to', fromTime: 'begins', toTime: 'ends', name: 'name', country: 'country', acronym: 'acronym', role: 'role', label: 'label', title: 'title',
  region: 'region', geonameId: 'GeoNames id', id: 'id', text: 'words', start: 'place', end: 'place', online: 'online', eventStatus: 'status', eventType: 'type',
};

// The roles by which a record is judged first.
export const isChief = (kind, role) => ({ dates: ['event'], cities: ['venue'], organizations: ['organizer', 'co-organizer', 'host'] })[kind]?.includes(role) ?? false;

// What a value is called in one breath.
export function named(kind, value) {
  if (kind === 'dates') return value.text || days(value);
  return kind === 'topics' ? value.label : value.name || value.text;
}

export const days = ({ from, to }) => from === to ? from ?? '' : `${from ?? '…'} to ${to ?? '…'}`;

// The same value said in full: its words are not enough where two readers differ.
export function said(kind, value) {
  if (kind === 'topics') return value.label;
  const time = value.fromTime ? ` ${value.fromTime}${value.toTime ? '–' + value.toTime : ''}` : '';
  const what = kind === 'dates' ? days(value) + time : kind === 'cities' ? value.name + (value.country ? `, ${value.country}` : '') : value.name;
  return `${what} (${value.role})`;
}
