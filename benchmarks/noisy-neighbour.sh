#!/usr/bin/env bash
# One tenant asks for as much as it may, another one for fifty times its share: what does the first one notice?
# The quiet tenant is measured alone and beside the noise, at the same pace. The gateway's limits must be on:
#   ./deskgraph up --detach && benchmarks/noisy-neighbour.sh [seconds]
# Needs wrk, jq, curl.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-20}
state=${DESKGRAPH_STATE_DIR:-.standalone}
credentials=$state/credentials.json
gateway=$(jq -r .gateway "$credentials")
share=${DESKGRAPH_RATE_LIMIT_KEY_REFILL_PER_SECOND:-60}
noise=$((50 * share))
pace=$((share * 2 / 3))
work=$(mktemp -d)
trap 'rm -rf "$work"; kill $(jobs -p) 2>/dev/null || true' EXIT

host_of() { jq -r --arg slug "$1" '.tenants[] | select(.slug == $slug) | .host' "$credentials"; }
key_of() { jq -r --arg slug "$1" '.tenants[] | select(.slug == $slug) | .keys.technician' "$credentials"; }
tickets_of() { curl -fsS -H "Host: $(host_of "$1")" -H "X-API-Key: $(key_of "$1")" "$gateway/api/v1/tickets?limit=1" | jq -r '.data[0].ticket_id'; }

# One connection that keeps a pace and counts what it is told: status and time go into a file, one request a line.
quiet() {
  local name=$1 host key ticket
  host=$(host_of globex) key=$(key_of globex) ticket=$(tickets_of globex)
  curl -sS --rate "$pace/s" -o /dev/null -w '%{http_code} %{time_total}\n' -H "Host: $host" -H "X-API-Key: $key" \
    "$gateway/api/v1/tickets/$ticket?request=[1-$((pace * seconds))]" >"$work/$name"
}

percentile() { awk '{print $2 * 1000}' "$work/$1" | sort -n | awk -v p="$2" '{v[NR] = $1} END {i = int(NR * p / 100); printf "%.2f", v[i < 1 ? 1 : i]}'; }
statuses() { awk '{n[$1]++} END {for (s in n) printf "%s x %d  ", s, n[s]}' "$work/$1"; }

# Several connections as fast as they get answers, told apart by status.
cat >"$work/count.lua" <<'LUA'
local threads = {}
function setup(thread) table.insert(threads, thread) end
function init() ok, limited, other = 0, 0, 0 end
function response(status)
  if status < 300 then ok = ok + 1 elseif status == 429 then limited = limited + 1 else other = other + 1 end
end
function done(summary)
  local a, b, c = 0, 0, 0
  for _, thread in ipairs(threads) do
    a, b, c = a + thread:get("ok"), b + thread:get("limited"), c + thread:get("other")
  end
  io.write(string.format("noise: %.0f /s, 2xx %d, 429 %d, others %d\n", summary.requests / summary.duration * 1e6, a, b, c))
end
LUA

noisy() {
  wrk -t1 -c16 -d"$1"s -s "$work/count.lua" -H "Host: $(host_of acme)" -H "X-API-Key: $(key_of acme)" \
    "$gateway/api/v1/tickets/$(tickets_of acme)" | grep noise
}

echo "# Noisy neighbour, $seconds s each, $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $(date -u +%F)"
echo "quiet: globex, $pace /s on one connection; noise: acme, 16 connections as fast as they go (50 times its share is $noise /s)"
noisy 5 >/dev/null || true # warm up
quiet alone
noisy $((seconds + 4)) >"$work/noise" &
sleep 2
quiet beside
wait
for name in alone beside; do
  printf 'quiet %-7s p50 %s ms   p99 %s ms   %s\n' "$name" "$(percentile "$name" 50)" "$(percentile "$name" 99)" "$(statuses "$name")"
done
awk -v a="$(percentile alone 99)" -v b="$(percentile beside 99)" 'BEGIN {printf "p99 ratio %.2f (promised: at most 2)\n", b / a}'
cat "$work/noise"
