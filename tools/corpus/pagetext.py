"""The words of a page, read simply: what the corpus tools compare gold with. The program's own reader is not used, so that it cannot hide its own faults."""
import codecs
import re
from html.parser import HTMLParser

BLOCKS = set('address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 '
             'header hr html legend li main nav ol option p pre section select summary table tbody td tfoot th thead title tr ul'.split())
SILENT = {'script', 'style', 'template', 'noscript'}


class _Words(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        if tag in SILENT: self.silent += 1
        if tag in BLOCKS: self.out.append('\n')

    def handle_endtag(self, tag):
        if tag in SILENT: self.silent = max(0, self.silent - 1)
        if tag in BLOCKS: self.out.append('\n')

    def handle_data(self, data):
        if not self.silent: self.out.append(data.replace('\n', ' '))


def of_html(html):
    """One line a block, white space folded."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = (' '.join(line.split()) for line in ''.join(words.out).split('\n'))
    return '\n'.join(line for line in lines if line)


def decode(data):
    """Bytes as a browser would: byte order mark, then what the page declares, then UTF-8."""
    for mark, name in ((codecs.BOM_UTF8, 'utf-8-sig'), (codecs.BOM_UTF16_LE, 'utf-16'), (codecs.BOM_UTF16_BE, 'utf-16')):
        if data.startswith(mark): return data.decode(name)
    said = re.search(rb'<meta[^>]+charset=["\']?([\w-]+)', data[:2048], re.I)
    name = said.group(1).decode() if said else 'utf-8'
    return data.decode('windows-1252' if name.lower() in ('iso-8859-1', 'latin1') else name)


def utf16(text):
    """Length in UTF-16 code units."""
    return len(text.encode('utf-16-le')) // 2


def fold(text):
    """White space, no-break spaces and soft hyphens aside."""
    return ' '.join(text.replace('\u00ad', '').split())
