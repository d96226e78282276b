#!/usr/bin/env bash
# Kills runs of the program at so many random moments and compares what comes out with that of a run that nobody disturbed.
# usage: bench/kill.sh [COUNT]     (default: 1000)
set -euo pipefail
cd "$(dirname "$0")/.."
EXTRACT_KILLS=${1:-1000} exec dotnet run --project tests/Extractor.Tests -- -class Extract.Tests.Run.KillTests -diagnostics
