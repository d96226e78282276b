#!/usr/bin/env bash
# Prints how many populated places of two labelled sets of news are found, how many of them within 161 km, and how fast places are found, by size of the gazetteer.
# usage: bench/places.sh [--half even|odd [--misses] | --speed]     (the sets of ../shared)
set -euo pipefail
cd "$(dirname "$0")/.."
places=../shared/data/places
[ -d "$places" ] || { echo "bench: $places: there is no such folder." >&2; exit 2; }
exec dotnet run -c Release bench/places.cs -- "$places" "$@"
