#!/usr/bin/env bash
# One ticket by id, three ways in one run, each with 16 connections: through the gateway, straight at the database
# (pgbench, prepared), and the CPU that the first costs in each process.
# Needs a suite that runs without limits (DESKGRAPH_RATE_LIMIT_MODE=off ./deskgraph up --detach), and wrk, pgbench, psql and jq on the PATH.
#   benchmarks/ticket-by-id.sh [seconds]
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-15}
connections=16
state=${DESKGRAPH_STATE_DIR:-.standalone}
credentials=$state/credentials.json
gateway=$(jq -r .gateway "$credentials")
host=$(jq -r '.tenants[] | select(.slug == "acme") | .host' "$credentials")
key=$(jq -r '.tenants[] | select(.slug == "acme") | .keys.technician' "$credentials")
tenant=$(jq -r '.tenants[] | select(.slug == "acme") | .tenant_id' "$credentials")
postgres_port=$(jq -r .postgres.port "$credentials")
export PGPASSWORD
PGPASSWORD=$(jq -r .databases.tickets.owner "$state/secrets.json")
ticks=$(getconf CLK_TCK)

pid_of() { jq -r --arg name "$1" '.processes[] | select(.name == $name) | .pid' "$state/state.json"; }

# CPU ticks of a process and all its children.
cpu_of() {
  local total=0 pid
  for pid in "$1" $(pgrep -P "$1" || true); do
    total=$((total + $(awk '{print $14 + $15}' "/proc/$pid/stat" 2>/dev/null || echo 0)))
  done
  echo "$total"
}

ticket=$(curl -fsS -H "Host: $host" -H "X-API-Key: $key" "$gateway/api/v1/tickets?limit=1" | jq -r '.data[0].ticket_id')
url=$gateway/api/v1/tickets/$ticket

load() { wrk -t2 -c"$connections" -d"$1"s --latency -H "Host: $host" -H "X-API-Key: $key" "$url"; }

load 10 >/dev/null # warm up
names=(gateway tickets-service postgresql)
declare -A before after
for name in "${names[@]}"; do before[$name]=$(cpu_of "$(pid_of "$name")"); done
report=$(load "$seconds")
for name in "${names[@]}"; do after[$name]=$(cpu_of "$(pid_of "$name")"); done
requests=$(awk '/requests in/ {print $1}' <<<"$report")
rate=$(awk '/Requests\/sec/ {print $2}' <<<"$report")

script=$(mktemp)
trap 'rm -f "$script"' EXIT
echo "SELECT * FROM tickets WHERE tenant_id = '$tenant' AND id = '$ticket';" >"$script"
reads=$(pgbench -h 127.0.0.1 -p "$postgres_port" -U tickets_owner -n -M prepared -c "$connections" -j 2 -T "$seconds" \
  -f "$script" tickets | awk '/^tps/ {print $3}')

echo "# Ticket by id, $connections connections, $seconds s, $(nproc) cores, $(date -u +%F)"
grep -E '50%|99%|Non-2xx' <<<"$report" || true
printf '%-28s %10.0f /s\n' "through the gateway" "$rate" "pgbench, prepared" "$reads"
awk -v a="$rate" -v b="$reads" 'BEGIN {printf "%-28s %10.1f %%\n", "ratio", 100 * a / b}'
for name in "${names[@]}"; do
  awk -v name="$name" -v used=$((after[$name] - before[$name])) -v hz="$ticks" -v n="$requests" \
    'BEGIN {printf "%-28s %10.3f ms of CPU per request\n", name, 1000 * used / hz / n}'
done
