#!/usr/bin/env bash
# Prints what each stage has of the path from read to score, over one core: classification, resolution and scoring are to be 15 % of it at the most.
# usage: bench/stages.sh [DOCUMENTS.jsonl[.gz]]     (default: the press releases of ../shared)
set -euo pipefail
cd "$(dirname "$0")/.."
input=${1:-../shared/data/bulk/us-state-releases.jsonl.gz}
[ -f "$input" ] || { echo "bench: $input: there is no such file. Name a file of pipe's input." >&2; exit 2; }
if command -v taskset > /dev/null; then pin=(taskset -c "${CORE:-0}"); else pin=(env DOTNET_PROCESSOR_COUNT=1); fi
export DOTNET_TC_CallCountingDelayMs=1 # as the program has it
dotnet build bench/stages.cs -c Release -v q -clp:NoSummary
exec "${pin[@]}" dotnet run --no-build -c Release bench/stages.cs -- "$input"
