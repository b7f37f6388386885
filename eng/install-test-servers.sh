#!/usr/bin/env bash
# The servers that tests start for themselves: PostgreSQL, for the trial ledger. Without it those tests are skipped, so nothing here is an error.
set -uo pipefail

if command -v initdb > /dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null; then
  exit 0
fi

if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  # Tests start a server of their own: the system needs none.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql; } > /dev/null 2>&1 \
    || echo "PostgreSQL could not be installed: its tests will be skipped."
else
  echo "PostgreSQL is not installed: its tests will be skipped."
fi
exit 0
