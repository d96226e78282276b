#!/usr/bin/env python3
"""mark.py MARKED OUT_DIR: turn pages with marks in them into pages and gold.

MARKED holds one page after another. A page begins with a line "@@ FOLDER/NAME.EXT", then lines "key: value" (url, published, title, language, encoding), then "---",
then the page. Marks are written into the page and taken out of it again: ⟦HEAD|words⟧, and they nest.

  A TYPE; TOPIC,TOPIC[; TITLE]   an announcement: its words, its event type, its topics
  T                              its title (else TITLE of A)
  x                              words inside the announcement that are none of it (HTML only)
  ev | dl | pub | oth  FROM[/TO] a date: event, deadline, publication, other; TO may be short: 2024-03-05/07
  v | m  CC [NAME]               a city: venue, mentioned; NAME where the words are another form of it
  org | co | host | sup | par | men  [NAME] [^ACRONYM]   an organization and its role

A star (ev*, v*, org*) marks a label in a heading: it counts for the announcements after it, up to the next heading's mark of its kind, and stands in "shared" too;
behind the last announcement it counts for all.
For .txt the gold holds the text and offsets (UTF-16); for other pages each announcement's words, and quotes without offsets.
"""
import json
import os
import re
import sys

import pagetext

DATES = dict(ev='event', dl='deadline', pub='publication', oth='other')
CITIES = dict(v='venue', m='mentioned')
BODIES = dict(org='organizer', co='co-organizer', host='host', sup='supporter', par='participant', men='mentioned')
YEAR = re.compile(r"(19|20)\d\d|['’]\d\d\b|\d([./-])\d+\2\d\d\b")


class Mark:
    def __init__(self, head, start): self.head, self.start, self.end, self.up = head, start, None, None


def parse(body):
    """The page without marks, and the marks with their places in it."""
    out, marks, open_marks, i, n = [], [], [], 0, 0
    while i < len(body):
        if body[i] == '⟦':
            bar = body.index('|', i)
            mark = Mark(body[i + 1:bar].strip(), n)
            mark.up = open_marks[-1] if open_marks else None
            marks.append(mark)
            open_marks.append(mark)
            i = bar + 1
        elif body[i] == '⟧':
            open_marks.pop().end = n
            i += 1
        else:
            out.append(body[i])
            n += 1
            i += 1
    if open_marks: raise ValueError(f'mark not closed: {open_marks[-1].head}')
    return ''.join(out), marks


def label(mark, quote):
    """(kind, label) of a mark."""
    kind, _, rest = mark.head.partition(' ')
    kind, rest = kind.rstrip('*'), rest.strip()
    if kind in DATES:
        first, _, last = rest.partition('/')
        last = first[:len(first) - len(last)] + last if last else first
        return 'dates', {'text': quote, 'from': first, 'to': last, 'role': DATES[kind], 'yearInferred': not YEAR.search(quote)}
    if kind in CITIES:
        country, _, name = rest.partition(' ')
        return 'cities', {'text': quote, 'name': name or quote, 'country': country, 'role': CITIES[kind]}
    name, _, acronym = rest.partition('^')
    return 'organizations', {'text': quote, 'name': name.strip() or quote, 'acronym': acronym.strip() or None, 'role': BODIES[kind]}


def announcement(mark, marks, page, quote):
    """The gold of one announcement, without its place."""
    kind, topics, *title = (part.strip() for part in mark.head[2:].split(';'))
    heads = [quote(m) for m in marks if m.head == 'T' and inside(m, mark)]
    if not (title or heads): raise ValueError(f'no title: {mark.head}')
    gold = {'title': (title or heads)[0], 'dates': [], 'cities': [], 'organizations': [], 'topics': topics.split(','), 'eventType': kind}
    shared, starts = {}, [m.start for m in marks if m.head.startswith('A ')]
    for m in marks:
        family = next((k for k in (DATES, CITIES, BODIES) if m.head.split(' ')[0].rstrip('*') in k), None)
        if family is None: continue
        starred = m.head.split(' ')[0].endswith('*')
        if starred and (m.start < mark.start or m.start > starts[-1]):
            before = shared.get(id(family), [])
            # Labels of one heading stand together; those of the next heading replace them.
            shared[id(family)] = [*(x for x in before if not any(x.start < at < m.start for at in starts)), m]
        elif inside(m, mark): place(gold, m, quote, False)
    for m in (m for family in shared.values() for m in family): place(gold, m, quote, True)
    return gold


def place(gold, mark, quote, inherited):
    kind, value = label(mark, quote(mark))
    # What an item says of itself goes before what its heading says of all.
    if inherited and any(same(value, own) or (kind != 'organizations' and own['role'] == value['role'] and not own.get('inherited')) for own in gold[kind]): return
    gold[kind].append({**value, '@': mark, **({'inherited': True} if inherited else {})})


def same(a, b): return all(a.get(k) == b.get(k) for k in (('from', 'to', 'role') if 'from' in a else ('name', 'country')))


def inside(mark, outer):
    while mark is not None and mark is not outer: mark = mark.up
    return mark is outer


def gold_of(page, marks, text):
    """The announcements of a page; text: the page is its own text and offsets count."""
    quote, found = quoted(page, text), []
    for m in (m for m in marks if m.head.startswith('A ')):
        gold = announcement(m, marks, page, quote)
        if text: where = {'startOffset': pagetext.utf16(page[:m.start]), 'endOffset': pagetext.utf16(page[:m.end])}
        else: where = {'text': words(page, m, marks)}
        for kind in ('dates', 'cities', 'organizations'):
            for value in gold[kind]:
                at = value.pop('@')
                if text: value.update(start=pagetext.utf16(page[:at.start]), end=pagetext.utf16(page[:at.end]))
        found.append({'title': gold.pop('title'), **where, **gold})
    return found


def quoted(page, text):
    """What a mark quotes: the very words of a text; of a page, its words as read."""
    return (lambda m: page[m.start:m.end]) if text else (lambda m: pagetext.fold(pagetext.of_html(page[m.start:m.end]) or page[m.start:m.end]))


def shared_of(page, marks, text):
    """Labels of headings: allowed in what they serve, not required."""
    shared, quote = {'dates': [], 'cities': [], 'organizations': []}, quoted(page, text)
    for m in (m for m in marks if m.head.split(' ')[0].endswith('*')):
        kind, value = label(m, quote(m))
        if text: value.update(start=pagetext.utf16(page[:m.start]), end=pagetext.utf16(page[:m.end]))
        shared[kind].append(value)
    return shared


def words(page, mark, marks):
    """What an announcement says, without what is marked as none of it."""
    parts, at = [], mark.start
    for x in (x for x in marks if x.head == 'x' and inside(x, mark)):
        parts.append(page[at:x.start])
        at = x.end
    return pagetext.of_html(''.join(parts) + page[at:mark.end])


def write(head, body, out):
    path, _, rest = head.partition('\n')
    about = dict(re.match(r'(\w+):\s*(.*)', line).groups() for line in rest.strip().split('\n') if line.strip())
    page, marks = parse(body.strip('\n'))
    text = path.endswith('.txt')
    base = os.path.splitext(os.path.join(out, path.strip()))[0]
    found = gold_of(page, marks, text)
    gold = {'id': os.path.basename(base), 'url': about.get('url'), 'title': about.get('title') or (found[0]['title'] if found else None),
            **({'text': page} if text else {}), 'published': about.get('published'), 'language': about.get('language', 'en'),
            'textKind': 'written', 'license': 'ours; facts are free'}
    shared = shared_of(page, marks, text)
    if any(shared.values()): gold['shared'] = shared
    gold['announcements'] = found
    if gold['title'] is None: raise ValueError('no title')
    os.makedirs(os.path.dirname(base), exist_ok=True)
    with open(os.path.join(out, path.strip()), 'wb') as file: file.write(page.encode(about.get('encoding', 'utf-8')))
    dump(base + '.gold.json', gold)
    dump(base + '.meta.json', {'url': gold['url'], 'published': gold['published']})


def dump(path, value):
    with open(path, 'w', encoding='utf-8', newline='\n') as file: file.write(json.dumps(value, ensure_ascii=False, indent=1) + '\n')


def main():
    marked, out = sys.argv[1:3]
    for part in re.split(r'^@@ ', open(marked, encoding='utf-8').read(), flags=re.M)[1:]:
        head, _, body = part.partition('\n---\n')
        try: write(head, body, out)
        except Exception as e: sys.exit(f'mark.py: {head.splitlines()[0]}: {e}')


if __name__ == '__main__': main()
