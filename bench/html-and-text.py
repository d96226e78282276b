#!/usr/bin/env python3
"""Prints for how many documents HTML and the text that is read out of it give the same records: titles, types, dates, cities, organizations and topics.

usage: bench/html-and-text.py DOCUMENTS.jsonl[.gz] EXTRACT [N]    (default: the first 500 documents)
"""
import collections, gzip, json, subprocess, sys

path, extract, count = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 500
documents = [line for line in (gzip.open(path, 'rt') if path.endswith('.gz') else open(path))][:count]

def run(lines, *stage): return [json.loads(x) for x in subprocess.run([extract, 'pipe', *stage], input='\n'.join(lines), capture_output=True, text=True).stdout.splitlines()]

read = {row['id']: row for row in run(documents, '--until', 'read') if row.get('text')}
address = {row['id']: row.get('url') for row in map(json.loads, documents)}
texts = [json.dumps({'id': row['id'], 'url': address[row['id']], 'published': row.get('published'), 'text': row['text']}) for row in read.values()]

def values(records):
    by = collections.defaultdict(list)
    for r in records:
        if 'source' not in r: continue
        by[r['source']['id']].append((r['title'], (r.get('eventType') or {}).get('label'), sorted((d['from'] or '', d['to'] or '', d['role']) for d in r['dates']),
            sorted((c['name'], c['role']) for c in r['cities']), sorted((o['name'], o['role']) for o in r['organizations']), sorted(t['label'] for t in r['topics'])))
    return by

html, text = values(run(documents)), values(run(texts))
same = sum(html[i] == text[i] for i in read)
parts = [sum([r[k] for r in html[i]] == [r[k] for r in text[i]] for i in read) for k in range(6)]
print(f'{len(read)} documents, {same} with the same records ({same / max(1, len(read)):.3f}); ' + ', '.join(f'{n} {p / len(read):.3f}' for n, p in zip(('titles', 'types', 'dates', 'cities', 'organizations', 'topics'), parts)))
if '--misses' in sys.argv:
    for i in read:
        if html[i] != text[i]: print('differs', i, [x for h, t in zip(html[i], text[i]) for x in h[2] + t[2] if (x in h[2]) != (x in t[2])])
