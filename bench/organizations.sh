#!/usr/bin/env bash
# Prints how soon the names of organizations are ready, how large what they need is, and how fast they are found.
# usage: bench/organizations.sh [DOCUMENTS.jsonl[.gz]] [--again]     (the press releases of ../shared)
set -euo pipefail
cd "$(dirname "$0")/.."
documents=../shared/data/bulk/us-state-releases.jsonl.gz
case "${1:-}" in ''|--*) ;; *) documents=$1; shift ;; esac
[ -f "$documents" ] || { echo "bench: $documents: there is no such file." >&2; exit 2; }
exec dotnet run -c Release bench/organizations.cs -- "$documents" "$@"
