#!/usr/bin/env python3
"""documents.py [CORPUS]: write the corpus pages that are PDF, Word, mail and calendar files from documents.txt, with their gold.

documents.txt has the form that mark.py reads, with further keys: as (pdf, docx, eml, ics), columns and head (pdf: a line that every page repeats), from, list, forward and tail (eml).
Its blocks are <h1>, <h2>, <p>, <li> and <tr> (cells between tabs), one on a line. No package is used, and the same bytes come out each time.
"""
import os
import re
import sys
import tempfile
import textwrap
import zipfile

import mark

WIDTHS = dict(zip(map(chr, range(32, 127)), [int(w) for w in (
    '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 '
    '667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584').split()]))
BLOCK = re.compile(r'<(h1|h2|p|li|tr)((?: [\w-]+="[^"]*")*)>(.*?)</\1>')


def blocks(page):
    return [(tag, dict(re.findall(r'([\w-]+)="([^"]*)"', rest)), text) for tag, rest, text in BLOCK.findall(page)]


def width(words, size): return sum(WIDTHS.get(c, 556) for c in words) * size / 1000


def wrap(words, size, room):
    lines, line = [], ''
    for word in words.split(' '):
        if line and width(f'{line} {word}', size) > room: lines.append(line); line = word
        else: line = f'{line} {word}'.strip()
    return lines + [line]


class Pdf:
    """Sets blocks in Helvetica on as many pages as they need."""
    def __init__(self, columns, head):
        self.columns, self.head, self.pages, self.ops, self.column, self.x, self.y, self.top = columns, head, [], [], 0, 72, 760, 760
        self.room = (451 - 24 * (columns - 1)) / columns

    def text(self, x, y, words, size, font='F1'):
        escaped = ''.join(f'\\{b:03o}' if b > 126 or b in b'\\()' else chr(b) for b in words.encode('cp1252'))
        self.ops.append(f'BT /{font} {size} Tf 1 0 0 1 {x:.1f} {y:.1f} Tm ({escaped}) Tj ET')

    def next(self):
        if self.column + 1 < self.columns: self.column += 1; self.x += self.room + 24; self.y = self.top
        else: self.end(); self.column, self.x, self.y, self.top = 0, 72, 760, 760

    def end(self):
        self.text(72, 810, self.head, 8)
        self.text(290, 30, str(len(self.pages) + 1), 8)
        self.pages.append('\n'.join(self.ops)); self.ops = []

    def block(self, tag, words):
        size, font = {'h1': (18, 'F2'), 'h2': (12, 'F2')}.get(tag, (10, 'F1'))
        room = 451 if tag == 'h1' else self.room
        if tag == 'li': words = '\u2022 ' + words
        self.y -= size * 0.9
        for line in wrap(words, size, room):
            if self.y < 500 and self.columns > 1 or self.y < 80: self.next()
            self.text(self.x, self.y, line, size, font)
            self.y -= size * 1.25
        if tag == 'h1': self.top = self.y
        self.y -= 4

    def bytes(self):
        self.end()
        objects = ['<< /Type /Catalog /Pages 2 0 R >>', f'<< /Type /Pages /Count {len(self.pages)} /Kids [{" ".join(f"{5 + 2 * i} 0 R" for i in range(len(self.pages)))}] >>']
        objects += [f'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica{bold} /Encoding /WinAnsiEncoding >>' for bold in ('', '-Bold')]
        for i, page in enumerate(self.pages):
            objects.append(f'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>')
            objects.append(f'<< /Length {len(page)} >>\nstream\n{page}\nendstream')
        file, places = '%PDF-1.4\n', []
        for i, each in enumerate(objects): places.append(len(file)); file += f'{i + 1} 0 obj\n{each}\nendobj\n'
        start = len(file)
        file += f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n' + ''.join(f'{place:010d} 00000 n \n' for place in places)
        return (file + f'trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n').encode('ascii')


def pdf(found, about):
    page = Pdf(int(about.get('columns', 1)), about.get('head', ''))
    for tag, _, words in found: page.block(tag, words)
    return page.bytes()


def xml(words): return words.replace('&', '&amp;').replace('<', '&lt;')


def docx(found, about):
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body, row = '', lambda words: ''.join(f'<w:tc><w:p><w:r><w:t>{xml(cell)}</w:t></w:r></w:p></w:tc>' for cell in words.split('\t'))
    for i, (tag, _, words) in enumerate(found):
        if tag == 'tr':
            body += ('' if i and found[i - 1][0] == 'tr' else '<w:tbl>') + f'<w:tr>{row(words)}</w:tr>' + ('' if i + 1 < len(found) and found[i + 1][0] == 'tr' else '</w:tbl>')
            continue
        look = {'h1': '<w:pStyle w:val="Heading1"/>', 'h2': '<w:pStyle w:val="Heading2"/>', 'li': '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'}.get(tag, '')
        body += f'<w:p><w:pPr>{look}</w:pPr><w:r><w:t xml:space="preserve">{xml(words)}</w:t></w:r></w:p>'
    package, office = 'http://schemas.openxmlformats.org/package/2006', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
    parts = {
        '[Content_Types].xml': f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{kind}.styles+xml"/></Types>',
        '_rels/.rels': f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/_rels/document.xml.rels': f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        'word/styles.xml': f'<w:styles {w}>' + ''.join(f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/><w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>' for n in (1, 2)) + '</w:styles>',
        'word/document.xml': f'<w:document {w}><w:body>{body}</w:body></w:document>'}
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items(): archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text, zipfile.ZIP_DEFLATED)
        file.seek(0)
        return file.read()


def eml(found, about):
    import email.header
    import email.utils
    import datetime
    day = datetime.datetime.fromisoformat(about['published']).replace(hour=9, minute=30, tzinfo=datetime.timezone.utc)
    subject, text = found[0][2], '\n\n'.join(textwrap.fill(words, 72) for _, _, words in found[1:])
    head = [f'From: {about["from"]}', f'Date: {email.utils.format_datetime(day)}']
    if 'list' in about: head += [f'List-Id: <{about["list"]}.{about["url"].split("/")[2]}>']; subject = f'[{about["list"]}] {subject}'
    if 'forward' in about:
        text = f'For your board.\n\n---------- Forwarded message ---------\nFrom: {about["forward"]}\nDate: {email.utils.format_datetime(day)}\nSubject: {subject}\nTo: all\n\n{text}'
        subject = f'Fwd: {subject}'
    head += [f'Subject: {email.header.Header(subject, "utf-8" if not subject.isascii() else "us-ascii", maxlinelen=200).encode()}', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit']
    return ('\n'.join(head) + '\n\n' + text + '\n' + about.get('tail', '').replace('\\n', '\n') + '\n').replace('\n', '\r\n').encode('utf-8')


def ics(found, about):
    lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//corpus//EN', f'X-WR-CALNAME:{escaped(about["title"])}']
    event = None
    for tag, data, words in found[1:] + [('h2', {}, '')]:
        if tag == 'h2':
            if event: lines += event + ['END:VEVENT']
            event = ['BEGIN:VEVENT', f'SUMMARY:{escaped(words)}']
        elif 'start' in (data := {key[5:]: value for key, value in data.items()}):
            whole = 'T' not in data['start']
            event += [f'DTSTART{";VALUE=DATE" if whole else ""}:{data["start"]}', f'DTEND{";VALUE=DATE" if whole else ""}:{int(data["end"]) + 1 if whole else data["end"]}']
        elif words.startswith('Where: '): event.append(f'LOCATION:{escaped(words[7:])}')
        elif words.startswith('Organizer: '): event.append(f'ORGANIZER;CN="{words[11:]}":mailto:office@{about["url"].split("/")[2]}')
        else: event.append(f'DESCRIPTION:{escaped(words)}')
    return '\r\n'.join(folded(line) for line in lines + ['END:VCALENDAR', '']).encode('utf-8')


def escaped(words): return words.replace('\\', '\\\\').replace(',', '\\,').replace(';', '\\;')


def folded(line): return '\r\n '.join(line[i:i + 60] for i in range(0, len(line), 60)) if line else line


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    out = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, '..', '..', 'corpus')
    for part in re.split(r'^@@ ', open(os.path.join(here, 'documents.txt'), encoding='utf-8').read(), flags=re.M)[1:]:
        head, _, body = part.partition('\n---\n')
        about = dict(re.match(r'(\w+):\s*(.*)', line).groups() for line in head.split('\n')[1:] if line.strip())
        mark.write(head, body, out)
        page = os.path.join(out, head.split('\n')[0])
        found = blocks(open(page, encoding='utf-8').read())
        os.remove(page)
        kind = about['as']
        with open(os.path.splitext(page)[0] + '.' + kind, 'wb') as file: file.write({'pdf': pdf, 'docx': docx, 'eml': eml, 'ics': ics}[kind](found, about))


if __name__ == '__main__': main()
