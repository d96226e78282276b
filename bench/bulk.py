#!/usr/bin/env python3
"""Runs `extract run` over many documents that all differ, and over the same by `extract pipe`, and prints what each took.
usage: bench/bulk.py EXTRACT [COUNT]... [--source DOCUMENTS.jsonl[.gz]] [--keep FOLDER] [--short] [--alone] [--repeat N]     (EXTRACT: the built program; bench/bulk.sh builds it)

The documents are made of the source's, over and over, with other names, places and dates in each; the same count gives the same documents.
Printed: time, megabytes of input a second, peak of resident memory, size of the state; the second run over the same, in which nothing is done again; one after a change of what is accepted, and one after a change of what is tagged, which begin at score and
at tag; what `run` takes more than `pipe`; and at the end what a document costs by the count of documents, which is to be the same.
"""
import argparse, gzip, json, os, random, re, shutil, subprocess, sys, tempfile, time

PLACES = """Zagreb Vienna Geneva Paris London Berlin Madrid Rome Athens Sofia Bucharest Budapest Warsaw Prague Oslo Stockholm Helsinki Copenhagen Dublin Brussels Lisbon Ankara
Cairo Nairobi Lagos Accra Dakar Rabat Tunis Amman Beirut Baghdad Doha Kabul Islamabad Delhi Dhaka Colombo Bangkok Jakarta Manila Hanoi Seoul Tokyo Beijing Canberra Ottawa Lima Bogota
Quito Santiago Montevideo Havana Kingston Panama Chicago Boston Denver Seattle Miami Houston Atlanta""".split()
NAMES = """Adams Baker Clarke Davies Evans Fisher Grant Hughes Irving Jensen Keller Larsen Mason Novak Olsen Porter Quinn Rossi Schmidt Turner Ullman Vance Weber Young Zeller Horvat Kovac
Babic Maric Petrov Ivanov Popescu Nagy Kowalski Silva Costa Gomez Torres Ramos Diaz""".split()
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SLOT = re.compile(r"\b(?:(?P<title>(?:Secretary|Ambassador|President|Minister|Senator|Mr\.|Ms\.|Dr\.) (?:[A-Z][a-z]+ )?)[A-Z][a-z]+|(?P<place>" + "|".join(PLACES)
                  + r"|Washington|Moscow|Jerusalem|Damascus|New York)|(?P<month>" + MONTHS + r") \d\d?|(?P<year>19[89]\d|20[0-3]\d))\b")


class Page:
    """A page of the source, cut once where something else is to stand, and filled in for each copy of it."""

    def __init__(self, page):
        self.page, self.key = page, "html" if page.get("html") else "text"
        self.parts, self.slots, at = [], [], 0
        for match in SLOT.finditer(page[self.key]):
            self.parts.append(page[self.key][at:match.start()])
            self.slots.append((match.lastgroup, match[match.lastgroup]))
            at = match.end()
        self.parts.append(page[self.key][at:])

    def copy(self, number):
        draw = random.Random(number)
        shift = draw.randint(-8, 8)
        filled = [self.parts[0]]
        for (kind, words), part in zip(self.slots, self.parts[1:]):
            filled += [drawn(draw, kind, words, shift), part]
        page = dict(self.page, id=f"{number:07}")
        page[self.key] = "".join(filled)
        # Of another address each: the same words in two sources would be linked, which is not what is measured.
        if page.get("url"):
            page["url"] += f"?copy={number}"
        return page


def drawn(draw, kind, words, shift):
    if kind == "place":
        return draw.choice(PLACES)
    if kind == "title":
        return words + draw.choice(NAMES)
    return f"{draw.choice(MONTHS.split('|'))} {draw.randint(1, 28)}" if kind == "month" else str(int(words) + shift)


def make(source, count, path):
    opened = gzip.open if source.endswith(".gz") else open
    with opened(source, "rt", encoding="utf-8") as lines:
        pages = [Page(json.loads(line)) for line in lines]
    with open(path, "w", encoding="utf-8") as out:
        for i in range(count):
            out.write(json.dumps(pages[i % len(pages)].copy(i), ensure_ascii=False) + "\n")
    return os.path.getsize(path)


def measured(arguments, folder, **streams):
    start = time.monotonic()
    process = subprocess.Popen(arguments, cwd=folder, stderr=subprocess.DEVNULL, **streams)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"bench: {' '.join(arguments)}: status {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def shown(name, count, size, took, processor, memory, more=""):
    print(f"  {name:<10}{took:9.1f} s  processor {processor:9.1f} s  {size / 1e6 / took:7.2f} MB/s  {count / took:8.1f} documents/s  {memory:6.0f} MB at most{more}", flush=True)


def bench(extract, source, count, folder, short, alone, repeat):
    size = make(source, count, os.path.join(folder, "documents.jsonl"))
    print(f"{count} documents, {size / 1e6:.1f} MB", flush=True)
    if alone:
        run = first(extract, folder)
        shown("run", count, size, *run, more=f", {state(folder)}")
        return None
    pipe, run = least([(piped(extract, folder), first(extract, folder)) for _ in range(repeat)])
    shown("pipe", count, size, *pipe)
    shown("run", count, size, *run, more=f", {state(folder)}, {run[0] / pipe[0] - 1:+.0%} over pipe ({run[1] / pipe[1] - 1:+.0%} of processor time)")
    if short:
        return pipe[1], run[1]
    shown("again", count, size, *ran(extract, folder, ""))
    shown("accept", count, size, *ran(extract, folder, "score:\n  acceptError: 0.2\n"))
    shown("tag", count, size, *ran(extract, folder, "score:\n  acceptError: 0.2\ntag:\n  persons: true\n"))
    return pipe[1], run[1]


def state(folder):
    return f"state {os.path.getsize(os.path.join(folder, 'out/state.db')) / 1e6:.0f} MB"


# Of several, each beside the other so that both meet the same noise: the one that took the least processor time of each kind.
def least(pairs):
    return [min(kind, key=lambda took: took[1]) for kind in zip(*pairs)]


def piped(extract, folder):
    with open(os.path.join(folder, "documents.jsonl"), "rb") as lines, open(os.path.join(folder, "pipe.out"), "wb") as out:
        return measured([extract, "pipe"], folder, stdin=lines, stdout=out)


# A run over documents that no run has seen.
def first(extract, folder):
    shutil.rmtree(os.path.join(folder, "out"), ignore_errors=True)
    return ran(extract, folder, "")


# A run by a pipeline file: over the documents, and with what else is set.
def ran(extract, folder, settings):
    with open(os.path.join(folder, "pipeline.yml"), "w", encoding="utf-8") as file:
        file.write("fetch:\n  sources: [documents.jsonl]\n" + settings)
    return measured([extract, "run", "--quiet"], folder, stdout=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("extract")
    parser.add_argument("counts", nargs="*", type=int, default=[1000, 10000])
    parser.add_argument("--source", default=os.path.join(os.path.dirname(__file__), "../../shared/data/bulk/us-state-releases.jsonl.gz"))
    parser.add_argument("--keep", help="work in this folder, and leave what was made there")
    parser.add_argument("--short", action="store_true", help="pipe and the first run only")
    parser.add_argument("--alone", action="store_true", help="the first run only, without pipe: for many documents")
    parser.add_argument("--repeat", type=int, default=1, help="pipe and the first run so many times in turn; the least of each is told")
    options = parser.parse_args()
    costs = {}
    for count in options.counts or [1000, 10000]:
        folder = os.path.join(options.keep, str(count)) if options.keep else tempfile.mkdtemp()
        os.makedirs(folder, exist_ok=True)
        try:
            costs[count] = bench(os.path.abspath(options.extract), options.source, count, folder, options.short, options.alone, options.repeat)
        finally:
            if not options.keep:
                shutil.rmtree(folder)
    told(costs)


# What each document more costs: what a start costs, whatever comes, is in the first count alone.
def told(costs):
    counts = sorted(count for count in costs if costs[count])
    for fewer, more in zip(counts, counts[1:]):
        pipe, run = (costs[more][i] - costs[fewer][i] for i in (0, 1))
        print(f"from {fewer} to {more} documents: {pipe / (more - fewer) * 1000:.2f} ms of processor for each more by pipe, {run / (more - fewer) * 1000:.2f} ms by run ({run / pipe - 1:+.0%})")


main()
