// The page's whole state stands in its address: which records, and which of them lies open. Links lead to it, and back and forward work.

export const filterNames = ['source', 'field', 'confidence', 'topic', 'type', 'country', 'month', 'reviewer', 'status'];
const names = ['view', 'q', ...filterNames];

export function place() {
  const query = new URLSearchParams(location.search), filters = {};
  for (const name of names) if (query.get(name)) filters[name] = query.get(name);
  return { filters, id: query.get('id') };
}

export function queryOf(filters, more = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, ...more })) if (value !== null && value !== undefined && value !== '') query.set(name, value);
  const words = query.toString();
  return words ? '?' + words : '';
}

// A step of the reviewer is a step back in the browser; what follows by itself is none.
export function goTo({ filters, id }, isStep) {
  const address = location.pathname + queryOf(filters, { id });
  if (address === location.pathname + location.search) return;
  if (isStep) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

export function onBack(follow) { addEventListener('popstate', () => follow(place())); }
