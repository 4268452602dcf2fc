#!/usr/bin/env bash
# Makes ledger.aot: starts a PostgreSQL that lives as long as this script, and the service up to the moment when all its
# parts are there. As the user of the database, while the image is built.
set -euo pipefail
cd "$(dirname "$0")"

java="${JAVA:-/opt/java/openjdk/bin/java}"
work="$(mktemp -d)"
bin="${PG_BIN:-$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb)")}"
trap '"$bin/pg_ctl" -D "$work/pg" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

# Trust is enough: it listens on a socket of this machine, for one minute, and keeps nothing.
"$bin/initdb" -D "$work/pg" -U ledger --auth=trust >/dev/null
"$bin/pg_ctl" -D "$work/pg" -w -l "$work/pg.log" \
    -o "-c listen_addresses=127.0.0.1 -c port=54329 -c unix_socket_directories=$work -c fsync=off" start >/dev/null

SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:54329/postgres SPRING_DATASOURCE_USERNAME=ledger \
    SPRING_DATASOURCE_PASSWORD=none LEDGER_DATA_DIR="$work/data" SERVER_PORT=0 \
    "$java" @jvm.options -XX:AOTCacheOutput=ledger.aot -Dspring.context.exit=onRefresh -jar campaign-ledger.jar

test -s ledger.aot
