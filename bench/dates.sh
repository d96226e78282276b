#!/usr/bin/env bash
# Prints how fast dates alone are found, beside chrono-node and Microsoft.Recognizers.Text, over the same texts in one run on one core.
# usage: bench/dates.sh [DOCUMENTS.jsonl[.gz]]
set -e
here=$(cd "$(dirname "$0")" && pwd)
documents=$(realpath "${1:-$here/../../shared/data/bulk/us-state-releases.jsonl.gz}")
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
core=$(command -v taskset >/dev/null && echo "taskset -c 0" || true)
dotnet build -c Release -v q -clp:NoSummary "$here/dates/Dates.csproj"
$core dotnet "$here/dates/bin/Release/net10.0/Dates.dll" "$documents" "$work/texts" | tee "$work/ours" | grep -v '^EXTRACT'
if command -v npm >/dev/null; then
    cd "$work" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund chrono-node@2.10.3 >/dev/null
    $core node "$here/dates/chrono.js" "$work/texts" "$(sed -n 's/^EXTRACT //p' "$work/ours")"
else
    echo "node is not installed: nothing is said of chrono-node"
fi
