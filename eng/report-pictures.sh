#!/usr/bin/env bash
# Renews the pictures of the sample's report in docs/images: light and dark.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
BACKTEST_REPORT_PICTURES=$folder dotnet run --project tests/Backtest.Reporting.Tests -c Release -- --explicit only --filter-class "*ReportPictures" > /dev/null
mkdir -p docs/images
cp "$folder"/report-light.png "$folder"/report-dark.png docs/images/
