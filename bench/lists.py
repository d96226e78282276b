#!/usr/bin/env python3
"""Prints how many of the dated event lines of newsletters became records.

usage: bench/lists.py FOLDER RECORDS.jsonl [--misses]    FOLDER: ../shared/data/lists/this-week-in-rust; RECORDS: what `extract run FOLDER` wrote.

An event line is a list item that begins with an ISO date, such as "* 2025-06-25 | Virtual (Lima, PE) | [Group](…)"; the text under it is its own. It is
found where one record holds that line and no other event line, and gives that day as a date of the event.
"""
import collections, json, os, re, sys

folder, records = [a for a in sys.argv[1:] if not a.startswith('--')]
LINE = re.compile(r'^\* (\d{4}-\d\d-\d\d)(?: ?- ?(\d{4}-\d\d-\d\d))? *\|.*$', re.M)
BARE = re.compile(r'\[([^\]]*)\]\([^)]*\)|[*_`]')

def words(text): return re.findall(r'\w+', text)

by_file = collections.defaultdict(list)
for line in open(records):
    record = json.loads(line)
    for source in [record['source']] + record['alsoIn']: by_file[os.path.basename(source['uri'])].append(record)

found = total = made = 0
for name in sorted(os.listdir(folder)):
    if not name.endswith('.md'): continue
    text = open(os.path.join(folder, name)).read()
    lines = [(m.group(1), m.group(2) or m.group(1), words(BARE.sub(lambda x: x.group(1) or '', m.group(0)))[:8]) for m in LINE.finditer(text)]
    made += len(by_file[name])
    left = list(by_file[name])
    for first, last, start in lines:
        total += 1
        hit = next((r for r in left if words(BARE.sub(lambda x: x.group(1) or '', r['text']))[:len(start)] == start
                    and any(d['role'] == 'event' and (d['from'], d['to']) == (first, last) for d in r['dates'])), None)
        if hit: found += 1; left.remove(hit)
        elif '--misses' in sys.argv: print('miss', name, first, ' '.join(start))
print(f'{total} dated event lines, {found} found ({found / max(1, total):.3f}); {made} records')
