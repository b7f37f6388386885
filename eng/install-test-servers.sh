#!/usr/bin/env bash
# What tests start for themselves: PostgreSQL, for the trial ledger, and Chromium, for reports. Without them those tests are skipped, so
# nothing here is an error.
set -uo pipefail

has_postgres() { command -v initdb > /dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null; }
has_chromium() { command -v chromium > /dev/null || command -v chromium-browser > /dev/null || command -v google-chrome > /dev/null; }
install() { apt-get install -y -qq --no-install-recommends "$@" < /dev/null > /dev/null 2>&1; }

if has_postgres && has_chromium; then
  exit 0
fi

if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq < /dev/null > /dev/null 2>&1
  if ! has_postgres; then
    # Tests start a server of their own: the system needs none.
    install postgresql-common && sed -ri 's/^#?create_main_cluster .*$/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
    install postgresql
  fi

  has_chromium || install chromium fonts-dejavu-core
fi

has_postgres || echo "PostgreSQL is not installed: its tests will be skipped."
has_chromium || echo "Chromium is not installed: the tests of reports in a browser will be skipped."
exit 0
