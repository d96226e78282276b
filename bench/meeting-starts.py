#!/usr/bin/env python3
"""Prints how many of the meetings' starts that saved pages must yield are among the dates found, with their clock time.

usage: bench/meeting-starts.py EXTRACT FOLDER [--misses]     FOLDER: ../shared/data/pages/public-meetings

Two figures: among the mentions of dates (`pipe --until tag`; a year that the words leave out may be any) and among the findings of announcements (`--until resolve`).
"""
import json, os, subprocess, sys

extract, folder = [a for a in sys.argv[1:] if not a.startswith('--')]
names = [n[:-14] for n in sorted(os.listdir(folder)) if n.endswith('.expected.json')]
expected = {n: json.load(open(f'{folder}/{n}.expected.json')) for n in names}

def pipe(stage):
    sent = ''.join(json.dumps({'id': n, 'url': expected[n].get('url'), 'published': expected[n].get('seen'), 'html': open(f'{folder}/{n}.html', errors='replace').read()}) + '\n' for n in names)
    out = subprocess.run([extract, 'pipe', '--until', stage], input=sent, capture_output=True, text=True, check=True).stdout
    found = {}
    for line in out.splitlines():
        r = json.loads(line)
        found[r['id']] = [m for m in r.get('mentions', r.get('findings', [])) if m['kind'] == 'date']
    return found

def same(ours, theirs): return ours is not None and len(ours) == 10 and all(o == t or set(o) == {'X'} for o, t in zip(ours.split('-'), theirs.split('-')))

for stage in ('tag', 'resolve'):
    found, total, days, right = pipe(stage), 0, 0, 0
    for name in names:
        for item in expected[name]['items'].values():
            if not item.get('start'): continue
            total += 1
            day, time = item['start'].split('T')
            near = [m['value'] for m in found.get(name, []) if same(m['value']['from'], day)]
            timed = [v for v in near if v['fromTime'] == time[:5] or time.startswith('00:00') and v['fromTime'] is None]
            days += bool(near); right += bool(timed)
            if '--misses' in sys.argv and not timed: print('miss', stage, name, item['start'], item.get('title'), '|', [(v['from'], v['fromTime']) for v in near][:3], '|', [m['text'] for m in found.get(name, [])][:8])
    print(f'{stage}: {total} expected starts, {days} with the right day ({days / total:.3f}), {right} with the clock time too ({right / total:.3f})')
