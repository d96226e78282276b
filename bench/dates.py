#!/usr/bin/env python3
"""Prints how many calendar expressions that others collected are found whole and read as they say, and every miss with its reason.

usage: bench/dates.py EXTRACT [DATA]      EXTRACT: the built program; DATA: ../shared/data

recognizers  the 210 cases of dates/recognizers-text-calendar.jsonl. A case is right where each of its expressions is one date mention with those words (a leading
             preposition or article may differ; the words of the clock time count as part of it) and one of its values: days, and the clock time where it has one.
             A year that the words leave out may be any; an end that is the day after ours is ours; for parts of months our days count; "not resolved" is a
             date that the program says to be impossible. Misses are listed with the reason where we think so on purpose (bench/dates-misses.tsv).
ccf          the free-text days of 1,160 conference editions: one range, with the first and last day that the words say.
timenorm     the dated expressions of timenorm-en, as material to learn from: how many are found whole.
ctparse      the same of ctparse.
"""
import collections, glob, json, os, re, subprocess, sys

extract, data = sys.argv[1], (sys.argv[2] if len(sys.argv) > 2 else '../shared/data')
here = os.path.dirname(os.path.abspath(__file__))
LEAD = re.compile(r'^(?:(?:from|between|on|in|at|by|since|until|till|starting|beginning|the|during|before|after|for|this|of|and)\s+)+', re.I)

def pipe(lines):
    """The date mentions of each text."""
    sent = '\n'.join(json.dumps({'id': str(i), 'text': text, **({'published': day} if day else {})}) for i, (text, day) in enumerate(lines)) + '\n'
    out = subprocess.run([extract, 'pipe', '--until', 'tag'], input=sent, capture_output=True, text=True, check=True).stdout
    found = {(r := json.loads(line))['id']: [m for m in r.get('mentions', []) if m['kind'] == 'date'] for line in out.splitlines()}
    return [found.get(str(i), []) for i in range(len(lines))]

def bare(text):
    text = text.strip(' .,;')
    return LEAD.sub('', text).strip(' .,;').lower()

def words(text, mention):
    """The words of the date, and those of the date with its clock time."""
    start, end = mention['start'], mention['end']
    yield bare(text[start:end])
    if clock := mention['value'].get('clock'): yield bare(text[min(start, clock[0]):max(end, clock[1])])

def same_day(ours, theirs):
    return ours is not None and len(ours) == len(theirs) and all(o == t or set(o) == {'X'} for o, t in zip(ours.split('-'), theirs.split('-')))

def next_day(day):
    import datetime
    if 'X' in day:
        shown = day.replace('XXXX', '2001') if day[5:] != '02-29' else day.replace('XXXX', '2000')
        if 'X' in shown: return None
        try: return 'XXXX' + str(datetime.date.fromisoformat(shown) + datetime.timedelta(1))[4:]
        except ValueError: return None
    try: return str(datetime.date.fromisoformat(day) + datetime.timedelta(1))
    except (ValueError, OverflowError): return None

def clip(day, beside):
    """The last day of a month alone is written as 31; where we name no year, that of the value beside it holds."""
    import calendar
    y, m, d = day.split('-')
    if not y.isdigit():
        shown = int(beside[:4]) - (int(m) == 12 and beside[5:7] == '01') if m.isdigit() else 2000
        return f'XXXX-{m}-{min(int(d), calendar.monthrange(shown, int(m))[1]):02d}' if (m + d).isdigit() else day
    if 'X' in m + d: return day
    last = calendar.monthrange(int(y) if y.isdigit() else 2000, int(m))[1]
    return f'{y}-{m}-{min(int(d), last):02d}'

def matches(value, found, lenient=False):
    first = value.get('start') or value.get('value') or value.get('end')
    last = value.get('end') or value.get('value') or value.get('start')
    if 'not resolved' in (first, last) or first == '0001-01-01': return bool(found.get('impossible'))
    ours_from, ours_to = found['from'] or found['to'], found['to'] or found['from']
    if ours_from is None: return False
    part = ours_from != ours_to and re.search(r'early|mid|late|middle|beginning|start of|end of', found['text'], re.I)
    day = lambda s: s.split(' ')[0].split('T')[0]
    clock = lambda s: (re.search(r'[ T](\d\d:\d\d)', s) or [None, None])[1]
    # A range that ends with a month: "end" names the month there, our last day is its last. Counted apart.
    if lenient and ours_from[:7] != ours_to[:7] and last.endswith('-01') and same_day(ours_to[:7], day(last)[:7]) and re.search(r'[a-z]{3}\W*(in )?\d*$', found['text'], re.I): ours_to = day(last)
    ours_to = clip(ours_to, day(last))
    days = same_day(ours_from, day(first)) and (same_day(ours_to, day(last)) or same_day(next_day(ours_to) or '', day(last)))
    if part: days = same_day(ours_from[:7], day(first)[:7]) or same_day(ours_to[:7], day(last)[:7])
    if not days: return False
    if clock(first) and found.get('fromTime') != clock(first): return False
    return not (clock(last) and last != first and found.get('toTime') != clock(last))

def recognizers():
    cases = [json.loads(line) for line in open(f'{data}/dates/recognizers-text-calendar.jsonl')]
    reasons = dict(line.rstrip('\n').split('\t', 1) for line in open(f'{here}/dates-misses.tsv') if '\t' in line and not line.startswith('#')) if os.path.exists(f'{here}/dates-misses.tsv') else {}
    found = pipe([(c['input'], (c['reference'] or '')[:10] or None) for c in cases])
    right, lenient, misses = 0, 0, []
    for case, mentions in zip(cases, found):
        text, wrong = case['input'], []
        lenient += all(any(bare(e['text']) in set(words(text, m)) and any(matches(v, {**m['value'], 'text': m['text']}, True) for v in e['values']) for m in mentions) for e in case['expected'])
        for e in case['expected']:
            ok = any(bare(e['text']) in set(words(text, m)) and any(matches(v, {**m['value'], 'text': m['text']}) for v in e['values']) for m in mentions)
            if not ok: wrong.append(e)
        if wrong: misses.append((case, wrong, mentions))
        else: right += 1
    for case, wrong, mentions in misses:
        ours = [(m['text'], m['value']['from'], m['value']['to'], m['value']['fromTime'], m['value']['toTime']) for m in mentions]
        print(f"miss {case['id']} | {case['input']} | {[(e['text'], e['values']) for e in wrong]} | {ours} | {reasons.get(case['id'], '')}")
    print(f'recognizers: {right} of {len(cases)} ({right / len(cases):.3f}); {lenient} ({lenient / len(cases):.3f}) where a range that ends with a month may end with its last day')

MONTHS = {m: i + 1 for i, m in enumerate('jan feb mar apr may jun jul aug sep oct nov dec'.split())}

def said(text, year):
    """First and last day of a conference's free-text date, read independently of the program: months, days and years in order."""
    months = [(m.start(), MONTHS[m.group(1)[:3].lower()]) for m in re.finditer(r'\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*', text, re.I)]
    years = [(m.start(), int(m.group())) for m in re.finditer(r'\b(?:19|20)\d\d\b', text)]
    days = [(m.start(), int(m.group(1))) for m in re.finditer(r'(?<!\d)(\d\d?)(?:st|nd|rd|th)?(?!\d)', text)]
    if not months or not days: return None
    nearest = lambda at, marks, ahead: next(((v) for p, v in (marks if ahead else reversed(marks)) if (p > at) == ahead), None)
    month_first = months[0][0] < days[0][0]
    def month(at): return nearest(at, months, not month_first) or nearest(at, months, month_first)
    (p0, d0), (p1, d1) = days[0], days[-1]
    m0, m1 = month(p0), month(p1)
    y1 = years[-1][1] if years else year
    y0 = years[0][1] if len(years) > 1 else (y1 - 1 if (m0, d0) > (m1, d1) and m0 > m1 else y1)
    return f'{y0}-{m0:02d}-{d0:02d}', f'{y1}-{m1:02d}-{d1:02d}'

def ccf():
    rows = []
    for path in sorted(glob.glob(f'{data}/dates/ccf-deadlines/**/*.yml', recursive=True)):
        year = None
        for line in open(path):
            if m := re.match(r'\s+-? ?year: (\d+)', line): year = int(m.group(1))
            if m := re.match(r'\s+date: (.*)$', line):
                text = m.group(1).strip().strip('\'"')
                if expected := said(text, year): rows.append((text, expected, year))
    found = pipe([(text, f'{year}-01-01') for text, _, year in rows])
    right = 0
    for (text, (first, last), year), mentions in zip(rows, found):
        value = mentions[0]['value'] if len(mentions) == 1 else None
        if value and value['from'] and same_day(value['from'], first) and same_day(value['to'], last): right += 1
        else: print(f'miss ccf | {text} | {first} {last} | {[(m["text"], m["value"]["from"], m["value"]["to"]) for m in mentions]}')
    print(f'ccf: {right} of {len(rows)} ({right / len(rows):.4f})')

def found_whole(name, rows):
    found = pipe([(text, day) for text, day, _ in rows])
    right = 0
    for (text, day, value), mentions in zip(rows, found):
        if any(bare(text) in set(words(text, m)) for m in mentions): right += 1
        elif '--all' in sys.argv: print(f'miss {name} | {text} | {value} | {[(m["text"], m["value"]["from"]) for m in mentions]}')
    print(f'{name}: {right} of {len(rows)} whole ({right / max(1, len(rows)):.3f})')

def timenorm():
    rows = []
    for path in sorted(glob.glob(f'{data}/dates/timenorm-en/*.tsv')):
        for line in open(path):
            fields = line.rstrip('\n').split('\t')
            if len(fields) < 3: continue
            day = next((f for f in fields if re.match(r'^\d{4}-\d\d-\d\d', f)), None)
            value = fields[-1]
            if re.match(r'^\d{4}-\d\d(-\d\d)?$', value): rows.append((next(f for f in fields if re.search('[A-Za-z]{3}|/', f)), day[:10] if day else None, value))
    found_whole('timenorm', rows)

def ctparse():
    rows = [(c['text'], c['ref_time'][:10], c['gold_parse']) for c in json.load(open(f'{data}/dates/ctparse/timeparse_corpus.json')) if c['language'] == 'en']
    found_whole('ctparse-en', rows)
    rows = [(c['text'], c['ref_time'][:10], c['gold_parse']) for c in json.load(open(f'{data}/dates/ctparse/timeparse_corpus.json')) if c['language'] == 'de']
    found_whole('ctparse-de', rows)

for measure in (recognizers, ccf, timenorm, ctparse): measure()
