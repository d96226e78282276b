#!/usr/bin/env bash
# Prints how fast web pages become blocks, against AngleSharp's bare parse of the same pages, on one core.
# usage: bench/read.sh [FILE.jsonl[.gz] | FOLDER]...     (default: the saved pages and the press releases of ../shared)
set -euo pipefail
cd "$(dirname "$0")/.."
data=../shared/data
[ $# -gt 0 ] || set -- $data/pages/wcxb-dev $data/bulk/us-state-releases.jsonl.gz
for name in "$@"; do
  [ -e "$name" ] || { echo "bench: $name: there is no such file or folder. Name saved pages, or a file of pipe's input with \"html\"." >&2; exit 2; }
done
dotnet build -c Release bench/read.cs -v q -clp:NoSummary
pinned=""; command -v taskset > /dev/null && pinned="taskset -c ${CORE:-0}"
exec $pinned dotnet run --no-build -c Release bench/read.cs -- "$@"
