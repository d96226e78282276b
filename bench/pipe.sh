#!/usr/bin/env bash
# Prints how fast `extract pipe` is on one core, stage by stage, and how soon its first record comes.
# usage: bench/pipe.sh [DOCUMENTS.jsonl[.gz]]     (default: the press releases of ../shared)
set -euo pipefail
cd "$(dirname "$0")/.."
input=${1:-../shared/data/bulk/us-state-releases.jsonl.gz}
core=${CORE:-0}
[ -f "$input" ] || { echo "bench: $input: there is no such file. Name a file of pipe's input." >&2; exit 2; }

dotnet build src/Extractor -c Release -v q -clp:NoSummary
extract=$PWD/src/Extractor/bin/Release/net10.0/extract
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
case $input in *.gz) gzip -dc "$input" > "$work/in.jsonl" ;; *) cp "$input" "$work/in.jsonl" ;; esac
head -n 20 "$work/in.jsonl" > "$work/first.jsonl"

now() { date +%s%N; }
pinned() { if command -v taskset > /dev/null; then taskset -c "$core" "$@"; else DOTNET_PROCESSOR_COUNT=1 "$@"; fi; }
seconds() { awk -v ns="$1" 'BEGIN { printf "%.2f", ns / 1e9 }'; }

first() {
  local start; start=$(now)
  pinned "$extract" pipe < "$work/first.jsonl" 2> /dev/null | { read -r _; now; cat > /dev/null; } > "$work/first"
  echo $(( $(cat "$work/first") - start ))
}
first > /dev/null # once, so that the files are in the page cache
best=$(for _ in 1 2 3 4 5; do first; done | sort -n | head -1)

run() { # STAGE: wall and processor seconds. On a busy machine only the second says how fast the program is.
  local TIMEFORMAT="%R %U %S"
  { time pinned "$extract" pipe --until "$1" < "$work/in.jsonl" > "$work/$1.jsonl" 2> "$work/$1.err"; } 2>&1 | tail -1 | awk '{ print $1, $2 + $3 }'
}
run read > "$work/read.time"
# The text itself: JSON's escapes count as the one character that they stand for.
text=$(sed 's/.*"text":"//; s/"}$//; s/\\[nt"\\]/x/g' "$work/read.jsonl" | tr -d '\n' | wc -c)
echo "$(wc -l < "$work/in.jsonl") documents, $(( text / 1000 )) kB of text read out of $(( $(wc -c < "$work/in.jsonl") / 1000 )) kB of input; one core, start included"
before=0
for stage in read tag split resolve score; do
  [ $stage = read ] || run $stage > "$work/$stage.time"
  read -r wall cpu < "$work/$stage.time"
  awk -v stage=$stage -v wall="$wall" -v cpu="$cpu" -v before="$before" -v mb="$text" 'BEGIN { mb /= 1e6
    printf "until %-8s %6.2f s  %6.2f MB/s of text   processor %6.2f s  %6.2f MB/s   +%.2f s\n", stage, wall, mb / wall, cpu, mb / cpu, cpu - before }'
  before=$cpu
done
echo "records: $(wc -l < "$work/score.jsonl")"
echo "first record after $(seconds "$best") s (best of 5)"
