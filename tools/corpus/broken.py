#!/usr/bin/env python3
"""broken.py OUT_DIR: write the broken files of the corpus, the same bytes each time. The good pages among them were made by mark.py."""
import base64
import json
import os
import sys

import broken_archives
import documents


def notice(town, day):
    """A good announcement; every file has its own, so that none is the duplicate of another."""
    return (f'Open evening at the observatory of {town}\n\nThe Astronomical Society of {town} opens its dome on {day} 2019 at nine in the evening. '
            f'Saturn is up, the Moon is not. The climb from {town} takes twenty minutes; a lamp helps.\n')


FINNISH = ('Kyläjuhla Rautalammilla\n\nKotiseutuyhdistys järjestää perinteisen kyläjuhlan lauantaina 13. heinäkuuta 2019 museon pihalla. Ohjelmassa on nuorten soittajien konsertti, '
           'leivinuunin lämmitys ja saappaanheiton mestaruuskilpailu. Kahvila on auki kello kymmenestä alkaen, ja tuotto käytetään riihen katon korjaamiseen. '
           'Ilmoittautuminen kilpailuun päättyy edellisenä iltana. Tervetuloa kaikki, jotka ovat joskus asuneet pitäjässä tai haluaisivat asua!\n')

JAPANESE = ('<!DOCTYPE html><html><head><meta charset="utf-8"><title>公開講座のお知らせ</title></head><body><main><h1>公開講座のお知らせ</h1>'
            '<p>町立図書館では、十月十二日(土)午後二時から、古い地図の読み方についての講座を開きます。講師は地元の測量士の方です。参加費は無料ですが、席に限りがありますので、'
            '前の週の金曜日までに窓口でお申し込みください。雨の場合も行います。</p></main></body></html>')

LINES = ['{"id": "good-1", "text": "Evening of chamber music\\n\\nThe Conservatory of Plovdiv plays Brahms in Plovdiv on 4 May 2018 at seven."}',
         '{"id": "cut-short", "text": "The reading takes pla',
         'not JSON at all',
         '{"text": "The choir sings without a conductor on 5 May 2018 in Graz. Entry is free, and all are invited."}',
         '{"id": "both", "text": "One", "html": "<p>Two</p>"}',
         '{"id": "neither", "url": null}',
         '{"id": 7, "text": "An id that is a number."}',
         '{"id": "no-day", "published": "the other day", "text": "Fair in Graz on 5 May."}',
         '[1, 2, 3]',
         '',
         '{"id": "good-2", "published": "2018-05-02", "url": null, "html": "<h1>Plant swap</h1><p>On 12 May in Graz, by the Garden Club of Styria.</p>"}']


def noise(n):
    """Bytes that look random and are the same each time."""
    state, out = 20240229, bytearray()
    for _ in range(n):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        out.append(state >> 16 & 0xFF)
    return bytes(out)


def pictures(trailer=''):
    """Two pages of a PDF file that show a picture each, and no letter."""
    image, draw = '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream', 'q 595 0 0 842 0 0 cm /I1 Do Q'
    page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I1 3 0 R >> >> >>'
    objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 2 /Kids [5 0 R 6 0 R] >>', image, f'<< /Length {len(draw)} >>\nstream\n{draw}\nendstream', page, page]
    file, places = '%PDF-1.4\n', []
    for i, each in enumerate(objects): places.append(len(file)); file += f'{i + 1} 0 obj\n{each}\nendobj\n'
    start = len(file)
    file += f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n' + ''.join(f'{place:010d} 00000 n \n' for place in places)
    return (file + f'trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n').encode('ascii')


def files():
    title, _, words, _ = notice('Bergamo', 'Friday 8 March').split('\n')
    page = f'<!DOCTYPE html><html><head><title>Open evening</title></head><body><main><h1>{title}</h1><p>{words}</p></main></body></html>'
    yield 'garbage.txt', noise(4096)
    yield 'picture.txt', b'\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x02\x00\x00\x00' + noise(512)
    yield 'empty.txt', b''
    yield 'empty.html', b''
    yield 'blank.txt', b' \t \r\n\r\n \xc2\xa0 \n' * 40
    yield 'utf16-without-mark.txt', notice('Siena', 'Saturday 6 April').encode('utf-16-le')
    yield 'broken-utf8.txt', notice('Trento', 'Friday 3 May').encode().replace(b'dome', b'd\xf6me').replace(b'Saturn', b'\xc3Saturn')
    yield 'truncated.html', page.encode()[:page.index('a lamp')] + b'<a href="/how-to-co'
    yield 'nested.html', b'<html><body>' + b'<div>' * 20000 + notice('Padova', 'Saturday 1 June').encode() + b'</div>' * 20000 + b'</body></html>'
    yield 'no-body.html', b'<!DOCTYPE html><html><head><meta charset="utf-8"><title></title><script>render({"page":"events"})</script></head><body><div id="app"></div></body></html>'
    yield 'one-line.txt', b'the quick grey donkey carries water and wood over the hill ' * 3400
    yield 'lines.jsonl', '\n'.join(LINES).encode() + b'\n'
    yield from broken_archives.files(notice)
    yield 'finnish.txt', FINNISH.encode()
    yield 'japanese.html', JAPANESE.encode()
    yield 'scan.pdf', pictures()
    yield 'encrypted.pdf', pictures('/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (' + 'o' * 32 + ') /U (' + 'u' * 32 + ') >> /ID [<' + '0' * 32 + '> <' + '0' * 32 + '>]')
    whole = documents.docx([('h1', {}, title), ('p', {}, words)], {})
    yield 'cut.docx', whole[:len(whole) // 2]
    yield 'broken-mime.eml', ('From: The office <office@lamps.example>\nSubject: =?utf-8?Q?Open_evening_in_Cremona?=\nDate: Mon, 4 Mar 2019 09:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="lamp"\n\n'
                              '--lamp\nContent-Type: text/plain; charset=no-such\nContent-Transfer-Encoding: base64\n\n' + base64.b64encode(notice('Cremona', 'Friday 15 March 2019').encode()).decode().rstrip('=') + '\n--lump\nContent-Ty').replace('\n', '\r\n').encode()
    yield 'orphan.gold.json', json.dumps({'id': 'orphan', 'text': 'Gold whose page is gone.', 'announcements': []}).encode() + b'\n'


def main():
    for name, data in files():
        with open(os.path.join(sys.argv[1], name), 'wb') as file: file.write(data)


if __name__ == '__main__': main()
