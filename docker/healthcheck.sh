#!/usr/bin/env bash
# Whether the instance is ready: exit code 0 if it is. Bash speaks TCP by itself.
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 3 _ status _ <&3
[ "$status" = 200 ]
