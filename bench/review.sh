#!/usr/bin/env bash
# usage: bench/review.sh [--records RECORDS.jsonl] [--count N] [--minutes M] [--folder FOLDER]
# The review page over N records (1,000,000), two simulated reviewers for M minutes (10): see review.py.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build src/Extractor -c Release -v q -clp:NoSummary
exec python3 bench/review.py src/Extractor/bin/Release/net10.0/extract.dll "$@"
