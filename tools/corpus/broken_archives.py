"""The archives among the broken files of the corpus; broken.py writes them. The same bytes each time by one version of zlib."""
import gzip
import io
import tarfile
import zipfile
import zlib

TOWNS = iter('Modena Parma Pisa Lucca Rovereto Gorizia Udine Bolzano Cremona Mantova Pavia Lodi Varese Como Lecco Sondrio Novara Vercelli Biella Asti Cuneo Savona Imperia Ravenna Rimini Forli'.split())


def files(notice):
    def some(count, ending='.txt'):
        return [(f'{i + 1}{ending}', notice(next(TOWNS), 'Friday 12 April').encode()) for i in range(count)]

    three = zipped(some(3))
    yield 'cut.zip', three[:three.index(b'3.txt') + 120]
    lost = bytearray(zipped(some(2)))
    directory = lost.index(b'PK\1\2')
    lost[directory:] = b'\xee' * (len(lost) - directory)
    yield 'no-directory.zip', bytes(lost)
    locked = bytearray(zipped(some(2)))
    for at in (6, locked.index(b'PK\1\2') + 8): locked[at] |= 1
    yield 'encrypted.zip', bytes(locked)
    (_, first), (_, last) = some(2)
    yield 'bomb.zip', zipped([('1.txt', first), ('2.txt', b'\0' * 20_000_000), ('3.txt', last)])
    (_, first), (_, last) = some(2)
    yield 'names.zip', zipped([('../../../etc/1.txt', first), ('/etc/1.txt', last)])
    packed = gzip.compress(tarred(some(3)), 9, mtime=0)
    yield 'cut.tar.gz', packed[:next(k for k in range(len(packed)) if len(zlib.decompressobj(31).decompress(packed[:k])) >= 2 * 1024 + 512 + 60)]
    records = [gzip.compress(record(uri, data, kind), 9, mtime=0) for uri, data, kind in
               [(f'https://example.org/{name}', data, 'text/plain; charset=utf-8') for name, data in some(2, '')] + [('https://example.org/logo.png', b'\x89PNG', 'image/png')]
               + [('https://example.org/last', notice(next(TOWNS), 'Friday 12 April').encode(), 'text/plain')]]
    records[1] = records[1][:200] + bytes(b ^ 0xFF for b in records[1][200:210]) + records[1][210:]
    yield 'damaged.warc.gz', b''.join(records)
    (_, first), (_, last) = some(2)
    yield 'open-quote.csv', b'id,text\nfirst,"' + first.strip() + b'"\nlast,"' + last.strip()


def zipped(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as archive:
        for name, data in entries:
            info = zipfile.ZipInfo(name, (2019, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def tarred(entries):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w', format=tarfile.GNU_FORMAT) as archive:
        for name, data in entries:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def record(uri, body, kind):
    answer = f'HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n'.encode() + body
    return (f'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2019-02-03T04:05:06Z\r\nContent-Type: application/http; msgtype=response\r\n'
            f'Content-Length: {len(answer)}\r\n\r\n').encode() + answer + b'\r\n\r\n'
