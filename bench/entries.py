#!/usr/bin/env python3
"""Prints, for every N-th document, the different organizations of its records with all spellings and roles, for a person who counts wrong splits and merges.

usage: bench/entries.py EXTRACT DOCUMENTS.jsonl[.gz] [EVERY [MOST]]      (EXTRACT is the built program; every 40th, 50 at most)
The entries of one document that have the same name are one; (2) says in how many of its records an entry stands.
"""
import gzip
import json
import subprocess
import sys


def main(extract, documents, every=40, most=50):
    opened = gzip.open if documents.endswith(".gz") else open
    with opened(documents, "rt", encoding="utf-8") as lines:
        chosen = [json.loads(line) for number, line in enumerate(lines) if number % every == 0][:most]
    given = "".join(json.dumps({key: page[key] for key in ("id", "url", "published", "html", "text") if page.get(key)}) + "\n" for page in chosen)
    records = {}
    for line in subprocess.run([extract, "pipe"], input=given, capture_output=True, text=True, check=True).stdout.splitlines():
        record = json.loads(line)
        if "source" in record: records.setdefault(record["source"]["id"], []).append(record)
    total = 0
    for page in chosen:
        entries = {}
        for record in records.get(page["id"], []):
            for body in record["organizations"]:
                spans = [[body["start"], body["end"]]] if body["start"] is not None else []
                words = {" ".join(record["text"][start - record["start"]:end - record["start"]].split()) or body["text"] for start, end in spans + body.get("also", [])} or {body["text"]}
                entry = entries.setdefault(body["name"], {"words": set(), "roles": set(), "id": body["id"], "records": 0})
                entry["words"] |= words
                entry["roles"].add(body["role"])
                entry["records"] += 1
        total += len(entries)
        print(f"{page['id']}: {len(records.get(page['id'], []))} records, {len(entries)} organizations: {records[page['id']][0]['title'] if page['id'] in records else ''}")
        for name, entry in entries.items():
            print(f"  {name} ({entry['records']}) [{', '.join(sorted(entry['roles']))}]: {' | '.join(sorted(entry['words'] - {name}))}")
    print(f"{len(chosen)} documents, {total} different organizations: {100 * total / max(1, len(chosen)):.0f} per 100 documents")


if __name__ == "__main__":
    if len(sys.argv) < 3: sys.exit(__doc__)
    main(*sys.argv[1:3], *map(int, sys.argv[3:5]))
