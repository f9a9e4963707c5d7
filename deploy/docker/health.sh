#!/usr/bin/env bash
# Exits with 0 when this container's management port answers 200 to the given path. Needs bash and nothing else: the
# image has no HTTP client, and starting a JVM every few seconds to ask would cost more than the service itself.
set -euo pipefail

path="${1:?usage: health.sh PATH}"
port="${DESKGRAPH_MANAGEMENT_PORT:?is not set}"

exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$path" >&3
IFS=' ' read -r -t 4 _ status _ <&3
[[ "$status" == 200 ]]
