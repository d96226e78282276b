#!/usr/bin/env bash
# Builds the program in Release and prints what a run over so many documents takes, beside `pipe` over the same.
# usage: bench/bulk.sh [COUNT]...     (default: 1000 10000; see bench/bulk.py)
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build src/Extractor -c Release -v q -clp:NoSummary
exec python3 bench/bulk.py src/Extractor/bin/Release/net10.0/extract "$@"
