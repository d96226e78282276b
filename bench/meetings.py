#!/usr/bin/env python3
"""Prints how many of the meetings that saved pages must yield became records.

usage: bench/meetings.py FOLDER RECORDS.jsonl [--misses]    FOLDER: ../shared/data/pages/public-meetings; RECORDS: what `extract run FOLDER` wrote.

Two figures: of the expected items that have a start, those that a record gives with that day (and, where the start has one, that clock time) as a date of
the event; and those of them whose title has the expected words too. Beside them, how many records a page gave where the number of its meetings is known.
"""
import json, os, re, sys, unicodedata
from collections import defaultdict

folder, records = [a for a in sys.argv[1:] if not a.startswith('--')]

def fold(s): return set(re.findall(r'\w+', unicodedata.normalize('NFKD', s or '').casefold())) - {'the', 'of', 'and', 'on', 'a'}

def starts(record): return [(d['from'], d['fromTime']) for d in record['dates'] if d['role'] == 'event']

def at(start, found):
    day, time = start.split('T')
    return any(f == day and (time.startswith('00:00') or t is None and time.startswith('00:00') or t == time[:5]) for f, t in found)

by_page = defaultdict(list)
for line in open(records):
    record = json.loads(line)
    for source in [record['source']] + record['alsoIn']: by_page[os.path.basename(source['uri'])].append(record)

total = dated = titled = day_only = count = got = 0
for name in sorted(os.listdir(folder)):
    if not name.endswith('.expected.json'): continue
    expected = json.load(open(os.path.join(folder, name)))
    page = by_page[name.replace('.expected.json', '.html')]
    if expected.get('count'): count += expected['count']; got += min(expected['count'], len(page))
    for item in expected['items'].values():
        if not item.get('start'): continue
        total += 1
        hits = [r for r in page if at(item['start'], starts(r))]
        near = [r for r in page if any(f == item['start'][:10] for f, _ in starts(r))]
        ok = bool(hits) and (not item.get('title') or any(fold(item['title']) <= fold(r['title']) or len(fold(item['title']) & fold(r['title'])) * 2 >= 1.6 * max(len(fold(item['title'])), 1) for r in hits))
        dated += bool(hits); titled += ok; day_only += bool(near)
        if '--misses' in sys.argv and not ok: print('miss', name[:-14], item['start'], item.get('title'), '|', [(r['title'][:40], starts(r)[:2]) for r in (hits or near or page)[:3]], len(page), 'of', expected.get('count'))
print(f'{total} expected starts, {day_only} with the right day, {dated} with the clock time too ({dated / total:.3f}), {titled} with the title too ({titled / total:.3f}); {got} of {count} records where the number is known')
