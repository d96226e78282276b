#!/usr/bin/env python3
"""Prints how well the main text of saved pages is found: F1 over words, by kind of page.

usage: bench/main-text.py FOLDER EXTRACT    FOLDER: ../shared/data/pages/wcxb-dev; EXTRACT: the built program.

Words are the runs of letters and digits of both texts, lower case, counted as often as they stand; a page's F1 is that of the two bags, and a kind's is
the mean of its pages'. Pages of even and of odd number are printed apart: change the reader while looking at the even ones only.
"""
import collections, gzip, json, os, re, subprocess, sys

folder, extract = sys.argv[1:]
WORD = re.compile(r'\w+')

def bag(text): return collections.Counter(WORD.findall((text or '').lower()))

def f1(gold, found):
    shared = sum((gold & found).values())
    return 2 * shared / (sum(gold.values()) + sum(found.values())) if shared else float(not gold and not found)

truth = {name[:-5]: json.load(open(os.path.join(folder, 'ground-truth', name))) for name in sorted(os.listdir(os.path.join(folder, 'ground-truth')))}
lines = [json.dumps({'id': key, 'url': page.get('url'), 'html': gzip.open(os.path.join(folder, 'html', key + '.html.gz')).read().decode('utf-8', 'replace')}) for key, page in truth.items()]
out = subprocess.run([extract, 'pipe', '--until', 'read'], input='\n'.join(lines), capture_output=True, text=True).stdout
texts = {}
for line in out.splitlines():
    row = json.loads(line)
    if 'id' in row: texts[str(row['id'])] = row.get('text') or ''

scores = collections.defaultdict(lambda: collections.defaultdict(list))
for key, page in truth.items():
    score = f1(bag(page['ground_truth']['main_content']), bag(texts.get(key, '')))
    kind = (page.get('_internal') or {}).get('page_type') or '?'
    if isinstance(kind, dict): kind = kind.get('primary', '?')
    half = 'even' if int(re.sub(r'\D', '', key) or 0) % 2 == 0 else 'odd'
    for name in (kind, 'all'):
        for part in (half, 'both'): scores[name][part].append(score)
print(f"{'':16}{'both':>14}{'even':>14}{'odd':>14}")
for kind in sorted(scores, key=lambda k: (k == 'all', k)):
    print(f'{kind:16}' + ''.join(f"{sum(scores[kind][p]) / max(1, len(scores[kind][p])):8.3f} ({len(scores[kind][p]):3})" for p in ('both', 'even', 'odd')))
