#!/usr/bin/env python3
"""check.py [CORPUS]: verify the gold of the corpus by machine, and count what it holds. Status 1 where something is wrong.

Faults: a page without gold or gold without page, a label unknown, a role unknown, a quote or an announcement that does not stand in the page, an offset that is off, a weekday
or a day of the month that contradicts the date, one expression labelled twice, one site on both sides of the split. Doubts (printed, not counted): an earlier place of a quote.
"""
import collections
import datetime
import json
import os
import re
import sys
from urllib.parse import urlsplit

import pagetext

ROLES = dict(dates={'event', 'deadline', 'publication', 'other'}, cities={'venue', 'mentioned'},
             organizations={'organizer', 'co-organizer', 'host', 'supporter', 'participant', 'mentioned'})
TOPICS = ('counter-terrorism violent-extremism organized-crime corruption money-laundering drugs cybersecurity migration border-security human-trafficking firearms '
          'justice-rule-of-law human-rights democracy-elections diplomacy-regional-cooperation defence disaster-emergency humanitarian health education-training '
          'research-science technology-software data-ai environment-climate energy agriculture-food transport-infrastructure economy-finance trade-business labour-employment '
          'gender-equality youth culture-arts media-journalism sports tourism religion urban-local-government legal-notice other').split()
TYPES = ('meeting hearing conference workshop training lecture visit ceremony launch press-event exhibition performance festival sports-event call sale other').split()
WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split()
YEAR = re.compile(r"(19|20)\d\d|['’]\d\d\b|\d([./-])\d+\2\d\d\b")
SIDES = ('train', 'test')


def pages(folder):
    return sorted(f for f in os.listdir(folder) if not f.endswith(('.gold.json', '.meta.json')))


def check_date(x):
    try: first, last = (datetime.date.fromisoformat(x[k]) for k in ('from', 'to'))
    except (KeyError, ValueError, TypeError) as e: return [f'no date: {e}']
    faults = [] if first <= last else ['ends before it begins']
    if bool(x.get('yearInferred')) == bool(YEAR.search(x['text'])): faults.append(f'yearInferred is {x.get("yearInferred")}')
    said = [w for w in re.findall(r'[a-z]+', x['text'].lower()) for d in [w] if len(w) > 2 and any(day.startswith(w) or w == day + 's' for day in WEEKDAYS)]
    ends = {WEEKDAYS[d.weekday()] for d in (first, last)}
    faults += [f'{w} is not {" or ".join(sorted(ends))}' for w in said if not any(e.startswith(w) for e in ends)]
    years = set(re.findall(r'(?:19|20)\d\d', x['text']))
    if years and not years <= {str(first.year), str(last.year)}: faults.append(f'year is {first.year}')
    numbers = {int(n) for n in re.findall(r'\d+', x['text'])} - {int(y) for y in years}  # "the first Saturday of May 2017" holds a year and no day
    part = re.match(r'(early|mid|late|end)\b', x['text'], re.I)
    if numbers and not part and first.day not in numbers and not (first.day == 1 and last.month != (last + datetime.timedelta(1)).month): faults.append(f'day {first.day} is not in it')
    return faults


def check_announcement(gold, a, page, flat):
    faults, doubts = [], []
    if not a.get('title'): faults.append('no title')
    faults += [f'no such topic: {t}' for t in a['topics'] if t not in TOPICS]
    if not 1 <= len(a['topics']) <= 4 or len(set(a['topics'])) < len(a['topics']): faults.append('topics: one to four, each once')
    if a['eventType'] not in TYPES: faults.append(f'no such event type: {a["eventType"]}')
    if 'startOffset' in a: lo, hi = a['startOffset'], a['endOffset']
    else:
        at = 0
        for line in a['text'].split('\n'):
            at = flat.find(pagetext.fold(line), at)
            if at < 0: faults.append(f'words are not in the page: {line[:60]}'); break
    units = page.encode('utf-16-le')
    cut = lambda start, end: units[2 * start:2 * end].decode('utf-16-le')
    if 'startOffset' in a and (not 0 <= lo < hi <= len(units) // 2 or cut(lo, hi) != cut(lo, hi).strip()): faults.append('span is empty, outside the text, or starts or ends with white space')
    for kind, roles in ROLES.items():
        seen = set()
        for x in a[kind]:
            q, wrong = x.get('text') or '', []
            if x.get('role') not in roles: wrong.append(f'no such role: {x.get("role")}')
            if 'startOffset' in a:
                if cut(x['start'], x['end']) != q: wrong.append('is not at its place')
                inner = lo <= x['start'] and x['end'] <= hi
                if not inner and not x.get('inherited'): wrong.append('stands outside the announcement')
                before = cut(lo, x['start']) if inner else ''
                if re.search(r'(?<!\w)' + re.escape(q) + r'(?!\w)', before): doubts.append(f'{kind} «{q}» stands earlier too')
            elif not q or pagetext.fold(q) not in flat and q not in page: wrong.append('is not in the page')
            elif not x.get('inherited') and pagetext.fold(q) not in pagetext.fold(a['text']) : doubts.append(f'{kind} «{q}» stands in markup only')
            if kind == 'dates': wrong += check_date(x)
            if kind == 'cities' and not re.fullmatch('[A-Z]{2}', x.get('country') or ''): wrong.append('no country')
            if kind != 'dates' and not x.get('name'): wrong.append('no name')
            if kind == 'organizations' and re.search(r'\([A-Z]+\)$', q): wrong.append('has an acronym in it')
            if kind == 'dates' and re.match(r'(by|before|on|until|not|no) ', q, re.I): wrong.append('begins with a word that is none of the date')
            key = (q, x.get('from'), x.get('to'), x.get('role')) if kind == 'dates' else (x.get('name'), x.get('country'))
            if key in seen and kind != 'dates' or key in seen: wrong.append('is labelled twice')
            seen.add(key)
            faults += [f'{kind} «{q}» {w}' for w in wrong]
    own = a['text'] if 'text' in a else cut(lo, hi)
    said = ' '.join(v for k in ROLES for x in a[k] for v in (x['text'], x.get('acronym') or '', x.get('name') or '')) + ' '.join(WEEKDAYS)
    doubts += [f'{w} is not labelled' for w in sorted({w for w in re.findall(r'(?<![A-Z] )\b[A-Z]{3,}s?\b(?! [A-Z]{2})', own) if w not in said})]
    months = r'(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*'
    doubts += [f'{w} is not labelled' for w in sorted(set(re.findall(rf'\d+(?:st|nd|rd|th)? {months}\b|\b{months} \d+', own))) if w not in said]
    return faults, doubts


def check_shared(gold, page, flat):
    units, faults = page.encode('utf-16-le'), []
    for kind, labels in (gold.get('shared') or {}).items():
        for x in labels:
            there = units[2 * x['start']:2 * x['end']].decode('utf-16-le') == x['text'] if 'text' in gold else pagetext.fold(x['text']) in flat
            if not there or x['role'] not in ROLES[kind]: faults.append(f'shared {kind} «{x["text"]}» is not in the page, or has no such role')
            if kind == 'dates': faults += [f'shared «{x["text"]}» {w}' for w in check_date(x)]
    return faults


def main():
    root = next((x for x in sys.argv[1:] if not x.startswith('-')), os.path.join(os.path.dirname(__file__), '..', '..', 'corpus'))
    quiet = '--quiet' in sys.argv
    bad, count, sites, ids = 0, {s: collections.Counter() for s in SIDES}, collections.defaultdict(set), set()
    for side in SIDES:
        folder = os.path.join(root, side)
        stems = {os.path.splitext(p)[0] for p in pages(folder)}
        orphans = {f[:-10] for f in os.listdir(folder) if f.endswith(('.gold.json', '.meta.json'))} - stems
        for orphan in sorted(orphans): print(f'{side}/{orphan}: gold or meta without a page'); bad += 1
        for p in pages(folder):
            name = os.path.join(side, p); base = os.path.join(folder, os.path.splitext(p)[0])
            try: gold, meta = (json.load(open(base + s, encoding='utf-8')) for s in ('.gold.json', '.meta.json'))
            except (OSError, ValueError) as e: print(f'{name}: {e}'); bad += 1; continue
            # PDF, Word, mail and calendar files are read by the program's tests; here their gold is held against its own words.
            page = pagetext.decode(open(os.path.join(folder, p), 'rb').read()) if p.endswith(('.txt', '.html', '.md')) else '\n'.join(a['text'] for a in gold['announcements'])
            faults, doubts = [], []
            if gold['id'] != os.path.splitext(p)[0] or gold['id'] in ids: faults.append('id is not the name of the page, or not its own')
            if (gold.get('url'), gold.get('published')) != (meta.get('url'), meta.get('published')): faults.append('gold and meta differ')
            if 'text' in gold and gold['text'] != page: faults.append('text is not the page')
            if any(c in page for c in '⟦⟧'): faults.append('a mark was left in')
            ids.add(gold['id'])
            flat = pagetext.fold(page if 'text' in gold else pagetext.of_html(page))
            if gold.get('url'): sites[urlsplit(gold['url']).hostname].add(side)
            faults += check_shared(gold, page, flat)
            for k, a in enumerate(gold['announcements']):
                f, d = check_announcement(gold, a, page, flat)
                faults += [f'item {k}: {x}' for x in f]; doubts += [f'item {k}: {x}' for x in d]
                count[side].update(a['topics']); count[side][('type', a['eventType'])] += 1
            n = count[side]; n[('', 'pages')] += 1; n[('', 'announcements')] += len(gold['announcements'])
            n[('', p.rsplit('.', 1)[1])] += 1; n[('', 'several')] += len(gold['announcements']) > 1; n[('', 'none')] += not gold['announcements']
            for a in gold['announcements']:
                for kind in ROLES: n[('', kind)] += len(a[kind])
            bad += bool(faults)
            for f in faults: print(f'{name}: {f}')
            if not quiet:
                for d in doubts: print(f'{name}: (doubt) {d}')
    for site, where in sites.items():
        if len(where) > 1: print(f'{site}: on both sides'); bad += 1
    for side in SIDES: print(side, ', '.join(f'{k[1]} {v}' for k, v in sorted(count[side].items(), key=str) if k[0] == ''))
    for what, keys, least in (('topics', TOPICS, 4), ('event types', [('type', t) for t in TYPES], 3)):
        print(f'{what} (train+test):', '  '.join(f'{k[1] if isinstance(k, tuple) else k} {count["train"][k]}+{count["test"][k]}' for k in keys))
        rare = [k if isinstance(k, str) else k[1] for k in keys if count['train'][k] + count['test'][k] < least]
        if rare: print(f'  fewer than {least}:', ', '.join(rare))
    print(f'{bad} with faults')
    sys.exit(1 if bad else 0)


if __name__ == '__main__': main()
