#!/usr/bin/env bash
# Prints how many records of a web archive are read in a second, against a plain pass of gzip over the same file.
# usage: bench/warc.sh [DOCUMENTS.jsonl[.gz]]     (default: the press releases of ../shared, made into a WARC file)
set -euo pipefail
cd "$(dirname "$0")/.."
input=${1:-../shared/data/bulk/us-state-releases.jsonl.gz}
[ -f "$input" ] || { echo "bench: $input: there is no such file. Name a file of pipe's input with \"html\"." >&2; exit 2; }
exec dotnet run -c Release bench/warc.cs -- "$input"
