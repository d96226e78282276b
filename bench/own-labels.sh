#!/usr/bin/env bash
# Prints how well label sets of a user's own do, and how far their confidence holds: half of the labelled announcements as examples, the other half as test.
# usage: bench/own-labels.sh [topic|event-type]     (the announcements of ../shared)
set -euo pipefail
cd "$(dirname "$0")/.."
gold=../shared/data/announcements/real
[ -d "$gold" ] || { echo "bench: $gold: there is no such folder." >&2; exit 2; }
exec dotnet run -c Release bench/own-labels.cs -- "$gold" "$@"
