#!/usr/bin/env bash
# The servers that tests start for themselves: PostgreSQL, for the trial ledger. Without it those tests are skipped, so nothing here is an error.
set -uo pipefail

if command -v initdb > /dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null; then
  exit 0
fi

if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
  echo "PostgreSQL is not installed: its tests will be skipped."
  exit 0
fi

export DEBIAN_FRONTEND=noninteractive
install() { apt-get install -y -qq --no-install-recommends "$@" < /dev/null > /dev/null 2>&1; }
apt-get update -qq < /dev/null > /dev/null 2>&1
# Tests start a server of their own: the system needs none.
install postgresql-common && sed -ri 's/^#?create_main_cluster .*$/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
install postgresql || echo "PostgreSQL could not be installed: its tests will be skipped."
exit 0
