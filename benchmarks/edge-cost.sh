#!/usr/bin/env bash
# What the edge costs: the same GET straight at the service and through the gateway, 16 connections, one run of both in turn.
# Throughput, latency, and CPU milliseconds per request of each process. The CPU is what counts: on a machine that others
# share, the rest is their doing too.
# Needs a suite that runs without limits (DESKGRAPH_RATE_LIMIT_MODE=off ./deskgraph up --detach), and wrk, openssl, jq and curl.
#   benchmarks/edge-cost.sh [seconds]
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-15}
connections=16
state=${DESKGRAPH_STATE_DIR:-.standalone}
credentials=$state/credentials.json
acme=$(jq -c '.tenants[] | select(.slug == "acme")' "$credentials")
gateway=$(jq -r .gateway "$credentials")
host=$(jq -r .host <<<"$acme")
key=$(jq -r .keys.technician <<<"$acme")
service=http://127.0.0.1:$(jq -r '.processes[] | select(.name == "tickets-service") | .port' "$state/state.json")
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

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# The token that the gateway would have sent along, signed with the gateway's own key.
token() {
  local me now claims unsigned
  me=$(curl -fsS -H "Host: $host" -H "X-API-Key: $key" "$gateway/api/v1/me")
  now=$(date +%s)
  claims=$(jq -c --argjson now "$now" '.data | {iss: "deskgraph-gateway", aud: "deskgraph-services", iat: $now, exp: ($now + 300),
    sub: .user.user_id, tenant: .tenant.tenant_id, tenant_slug: .tenant.slug, permissions, roles, name: .user.email,
    actor_type: "API_KEY", key: .credential.api_key_id, msp: false}' <<<"$me")
  unsigned=$(printf '{"alg":"RS256","typ":"JWT"}' | base64url).$(printf '%s' "$claims" | base64url)
  printf '%s.%s' "$unsigned" "$(printf '%s' "$unsigned" | openssl dgst -sha256 -sign "$state/keys/token-private.pem" | base64url)"
}

ticket=$(curl -fsS -H "Host: $host" -H "X-API-Key: $key" "$gateway/api/v1/tickets?limit=1" | jq -r '.data[0].ticket_id')
path=/api/v1/tickets/$ticket
names=(gateway tickets-service postgresql)

straight() { wrk -t2 -c"$connections" -d"$1"s --latency -H "Authorization: Bearer $(token)" "$service$path"; }
through() { wrk -t2 -c"$connections" -d"$1"s --latency -H "Host: $host" -H "X-API-Key: $key" "$gateway$path"; }

declare -A cpu rate
measure() {
  local way=$1 report requests name
  declare -A before
  for name in "${names[@]}"; do before[$name]=$(cpu_of "$(pid_of "$name")"); done
  report=$("$way" "$seconds")
  requests=$(awk '/requests in/ {print $1}' <<<"$report")
  rate[$way]=$(awk '/Requests\/sec/ {print $2}' <<<"$report")
  printf '%-12s %8.0f /s   p50 %-9s p99 %-9s %s\n' "$way" "${rate[$way]}" \
    "$(awk '$1 == "50%" {print $2}' <<<"$report")" "$(awk '$1 == "99%" {print $2}' <<<"$report")" \
    "$(grep -o 'Non-2xx.*' <<<"$report" || true)"
  for name in "${names[@]}"; do
    cpu[$way.$name]=$(awk -v used=$(($(cpu_of "$(pid_of "$name")") - before[$name])) -v hz="$ticks" -v n="$requests" \
      'BEGIN {printf "%.4f", 1000 * used / hz / n}')
  done
}

echo "# The edge's cost, one ticket by id, $connections connections, $seconds s each, $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $(date -u +%F)"
straight 10 >/dev/null # warm up
through 10 >/dev/null
measure straight
measure through
awk -v a="${rate[through]}" -v b="${rate[straight]}" 'BEGIN {printf "%-20s %8.1f %% of the throughput\n", "through the gateway", 100 * a / b}'
printf '%-20s %12s %12s %12s   ms of CPU per request\n' process straight through added
for name in "${names[@]}"; do
  awk -v name="$name" -v a="${cpu[straight.$name]}" -v b="${cpu[through.$name]}" \
    'BEGIN {printf "%-20s %12.3f %12.3f %12.3f\n", name, a, b, b - a}'
done
