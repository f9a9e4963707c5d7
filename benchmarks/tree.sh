#!/usr/bin/env bash
# What is below an asset, as a tree of 100, 1,000 and 10,000 nodes, 12 levels deep, for a caller under 20 constraints: the
# median and the slowest answer of each size through the gateway, how it grows, and the memory of the service.
# Writes assets and links behind the API's back, and takes away what it made.
# Needs a suite that runs (./deskgraph up --detach), and curl, psql and jq on the PATH.
#   benchmarks/tree.sh [calls each, default 30] [largest, default 10000]
set -euo pipefail
cd "$(dirname "$0")/.."

calls=${1:-30}
largest=${2:-10000}
depth=12
constraints=20
state=${DESKGRAPH_STATE_DIR:-.standalone}
credentials=$state/credentials.json
gateway=$(jq -r .gateway "$credentials")
tenant() { jq -r ".tenants[] | select(.slug == \"acme\") | $1" "$credentials"; }
host=$(tenant .host)
admin=$(tenant .keys.admin)
tenant_id=$(tenant .tenant_id)
run=tree-$$
export PGPASSWORD
PGPASSWORD=$(jq -r .databases.links.owner "$state/secrets.json")
postgres_port=$(jq -r .postgres.port "$credentials")
sql() { psql -qAtX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$postgres_port" -U links_owner links "$@"; }
service=$(jq -r '.processes[] | select(.name == "links-service") | .pid' "$state/state.json")

# METHOD PATH [BODY], as the tenant's administrator.
api() {
  curl -fsS -X "$1" -H "Host: $host" -H "X-API-Key: $admin" -H 'Content-Type: application/json' \
    ${3:+--data-binary "$3"} "$gateway$2"
}

# A trunk of 12 levels with the other nodes spread over it evenly; the root is number 0.
grow() {
  sql -v tenant="$tenant_id" -v run="$run-$1" -v n="$1" -v depth="$depth" <<'SQL'
INSERT INTO asset_copies (tenant_id, asset_id, version, number, database_id, asset_tag, name, asset_type, status, notes,
    extension_data, tags, created_at, updated_at)
SELECT :'tenant', md5(:'run' || '/' || n)::uuid, 1, n, 'default', :'run' || '-' || n, 'Asset ' || n, 'server', 'available',
    '', '{}', ARRAY['t' || n % 7], now(), now()
FROM generate_series(0, :n) n;
INSERT INTO asset_links (tenant_id, link_id, from_asset_id, to_asset_id, relationship_type, created_by, created_at,
    updated_by, updated_at)
SELECT :'tenant', gen_random_uuid(),
    md5(:'run' || '/' || CASE WHEN n <= :depth THEN n - 1 ELSE n % :depth END)::uuid, md5(:'run' || '/' || n)::uuid,
    'parentChild', md5('bench')::uuid, now(), md5('bench')::uuid, now()
FROM generate_series(1, :n) n;
ANALYZE asset_copies, asset_links;
SQL
}

clean() {
  sql -v tenant="$tenant_id" -v run="$run" <<'SQL'
CREATE TEMP TABLE made AS SELECT asset_id FROM asset_copies WHERE tenant_id = :'tenant' AND asset_tag LIKE :'run' || '-%';
DELETE FROM asset_links WHERE tenant_id = :'tenant' AND to_asset_id IN (SELECT asset_id FROM made);
DELETE FROM asset_copies WHERE tenant_id = :'tenant' AND asset_id IN (SELECT asset_id FROM made);
SQL
  for n in $(seq "$constraints"); do api DELETE "/auth/constraints/$run-$n" >/dev/null || true; done
  [ -z "${user:-}" ] || api DELETE "/api/v1/users/$user" >/dev/null || true
  [ -z "${role:-}" ] || api DELETE "/api/v1/roles/$role" >/dev/null || true
}
trap clean EXIT

role=$(api POST /api/v1/roles "{\"role_name\":\"$run\",\"description\":\"Reads trees\",\"permissions\":[\"asset:read\"]}" |
  jq -r .data.role_id)
user=$(api POST /api/v1/users "{\"email\":\"$run@bench.example\",\"first_name\":\"Tree\",\"last_name\":\"Reader\",
  \"user_type\":\"internal\",\"roles\":[\"$run\"]}" | jq -r .data.user_id)
key=$(api POST /api/v1/api-keys "{\"name\":\"$run\",\"user_id\":\"$user\"}" | jq -r .data.key)

# One that allows, and nineteen that deny what is not there: each is asked about each asset.
constrain() {
  api PUT "/auth/constraints/$run-$1" "{\"name\":\"$run-$1\",\"description\":\"For a measurement\",\"objectType\":\"asset\",
    \"criteriaAnd\":[$2],\"groupPermissions\":[{\"groupId\":\"$run\",\"permission\":\"GET\",\"permissionType\":\"$3\"}]}" >/dev/null
}
constrain 1 '{"field":"assetName","operator":"starts_with","value":"Asset"}' allow
for n in $(seq 2 "$constraints"); do
  constrain "$n" "{\"field\":\"assetName\",\"operator\":\"contains\",\"value\":\"secret-$n\"},
    {\"field\":\"tags\",\"operator\":\"is_one_of\",\"value\":[\"hidden-$n\"]}" deny
done
sleep 1 # for the constraints to arrive

# Seconds of each answer, shortest first.
answers() {
  local url=$gateway/database/default/assets/$run-$1-0/asset-links?childTreeView=true
  for _ in $(seq "$2"); do echo "url = \"$url\""; echo 'output = "/dev/null"'; done |
    curl -fsS -K - -H "Host: $host" -H "X-API-Key: $key" -w '%{time_total}\n' | sort -n
}

# The tree is all there.
check() {
  local nodes
  nodes=$(curl -fsS -H "Host: $host" -H "X-API-Key: $key" \
    "$gateway/database/default/assets/$run-$1-0/asset-links?childTreeView=true" | grep -o '"assetLinkId"' | wc -l)
  [ "$nodes" -eq "$1" ] || { echo "expected $1 nodes, found $nodes" >&2 && exit 1; }
}

echo "# Tree of links, depth $depth, $constraints constraints, $calls calls each, $(nproc) cores, $(date -u +%F)"
before=0
for nodes in 100 1000 10000; do
  [ "$nodes" -le "$largest" ] || continue
  grow "$nodes"
  check "$nodes"
  answers "$nodes" 10 >/dev/null # warm up
  read -r median slowest < <(answers "$nodes" "$calls" |
    awk '{t[NR] = 1000 * $1} END {printf "%.1f %.1f\n", t[int((NR + 1) / 2)], t[NR]}')
  printf '%6d nodes   median %8.1f ms   slowest %8.1f ms' "$nodes" "$median" "$slowest"
  awk -v now="$median" -v before="$before" 'BEGIN {if (before > 0) printf "   %5.1f times the tenth part", now / before; print ""}'
  before=$median
done
awk '/VmHWM/ {printf "most memory that links-service ever held: %d MiB\n", $2 / 1024}' "/proc/$service/status"
