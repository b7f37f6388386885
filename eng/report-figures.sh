#!/usr/bin/env bash
# Measures reports of 1,000, 100,000 and 1,000,000 bars in the system's Chromium, and prints a table of it.
set -euo pipefail
cd "$(dirname "$0")/.."
file=$(mktemp)
trap 'rm -f "$file"' EXIT
BACKTEST_REPORT_FIGURES=$file dotnet run --project tests/Backtest.Reporting.Tests -c Release -- --explicit only --filter-class "*ReportFigures" > /dev/null
cat "$file"
