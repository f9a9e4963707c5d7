#!/usr/bin/env bash
# How a list, a filter and a search over assets take to many rows: the median answer of each call, for a tenant with few
# assets and one with many, in one run, one call at a time.
# Fills the assets database behind the API's back; use a suite made for it, once.
# Needs a suite that runs (./deskgraph up --detach --fresh), and curl, psql and jq on the PATH.
#   benchmarks/asset-lists.sh [few, default 10000] [many, default 1000000] [calls each, default 200]
set -euo pipefail
cd "$(dirname "$0")/.."

few=${1:-10000}
many=${2:-1000000}
calls=${3:-200}
state=${DESKGRAPH_STATE_DIR:-.standalone}
credentials=$state/credentials.json
gateway=$(jq -r .gateway "$credentials")
postgres_port=$(jq -r .postgres.port "$credentials")
export PGPASSWORD
PGPASSWORD=$(jq -r .databases.assets.owner "$state/secrets.json")
sql() { psql -qAtX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$postgres_port" -U assets_owner assets "$@"; }
of() { jq -r --arg slug "$1" ".tenants[] | select(.slug == \$slug) | $2" "$credentials"; }

# Assets over the tenant's own categories and locations, 50 makers and 400 models; one in 500 is in maintenance, one in
# 2,000 was bought by a name of its own, which alone has two letters that no other text has. Numbers begin behind those that the API has given.
fill() {
  sql -v tenant="$1" -v n="$2" <<'SQL'
INSERT INTO assets (tenant_id, id, number, database_id, asset_tag, name, asset_type, status, category_id, location_id,
    manufacturer, model, serial_number, purchase_date, purchase_cost, warranty_end_date, custom_fields, tags,
    created_at, updated_at, version)
SELECT :'tenant', gen_random_uuid(), i.last_number + n, 'default', 'B-' || lpad(n::text, 8, '0'),
    (ARRAY ['Laptop', 'Monitor', 'Dock', 'Phone', 'Router'])[1 + n % 5] || ' ' || substr(md5(n::text), 1, 8)
        || CASE WHEN n % 2000 = 0 THEN ' aardvark' ELSE '' END,
    'workstation', CASE WHEN n % 500 = 0 THEN 'maintenance' ELSE 'available' END,
    c.ids[1 + n % cardinality(c.ids)], l.ids[1 + n % cardinality(l.ids)],
    'Maker ' || n % 50, 'Model ' || n % 400, 'SN-' || md5('s' || n), date '2020-01-01' + n % 2000, n % 5000,
    date '2024-01-01' + n % 2000, jsonb_build_object('rack', n % 1000), ARRAY ['bench'],
    now() - n * interval '1 minute', now() - n * interval '1 minute', 1
FROM generate_series(1, :n) AS n,
    (SELECT last_number FROM inventories WHERE tenant_id = :'tenant') i,
    (SELECT array_agg(id) AS ids FROM categories WHERE tenant_id = :'tenant') c,
    (SELECT array_agg(id) AS ids FROM locations WHERE tenant_id = :'tenant') l;
UPDATE inventories SET last_number = last_number + :n, asset_count = asset_count + :n WHERE tenant_id = :'tenant';
SQL
}

# Milliseconds of the middle answer.
p50() {
  local slug=$1 path=$2 host key
  host=$(of "$slug" .host)
  key=$(of "$slug" .keys.admin)
  for _ in $(seq "$calls"); do echo "url = \"$gateway$path\""; echo 'output = "/dev/null"'; done |
    curl -fsS -K - -H "Host: $host" -H "X-API-Key: $key" -w '%{time_starttransfer}\n' |
    sort -n | awk '{t[NR] = $1} END {printf "%.2f", 1000 * t[int((NR + 1) / 2)]}'
}

started=$(date +%s)
# Indexes that only serve reading are built once, over all rows, instead of row by row.
indexes=$(sql -c "SELECT indexdef || ';' FROM pg_indexes WHERE tablename = 'assets' AND indexname LIKE '%\_ix'")
sql -c "SELECT format('DROP INDEX %I;', indexname) FROM pg_indexes WHERE tablename = 'assets' AND indexname LIKE '%\_ix'" |
  sql -f -
trap 'sql -c "$indexes" || true' EXIT # not without them, whatever goes wrong
fill "$(of globex .tenant_id)" "$few"
fill "$(of acme .tenant_id)" "$many"
trap - EXIT
sql -c "SET maintenance_work_mem = '512MB'; $indexes"
sql -c 'VACUUM ANALYZE assets'
echo "# filled in $(($(date +%s) - started)) s"

names=(list sorted filtered custom search pair common)
declare -A paths=(
  [list]='/api/assets?limit=25'
  [sorted]='/api/assets?limit=25&sort=created_at&order=desc'
  [filtered]='/api/assets?limit=25&status=maintenance'
  [custom]='/api/assets?limit=25&custom.rack=7'
  [search]='/api/assets?limit=25&q=aardvark'
  [pair]='/api/assets?limit=25&q=rk'
  [common]='/api/assets?limit=25&q=laptop'
)
echo "# Assets: p50 of $calls calls, ms, through the gateway, $(nproc) cores, $(date -u +%F)"
printf '%-10s %12s %12s %8s\n' call "$few" "$many" ratio
for name in "${names[@]}"; do
  p50 globex "${paths[$name]}" >/dev/null # warm up
  p50 acme "${paths[$name]}" >/dev/null
  a=$(p50 globex "${paths[$name]}")
  b=$(p50 acme "${paths[$name]}")
  awk -v name="$name" -v a="$a" -v b="$b" 'BEGIN {printf "%-10s %12.2f %12.2f %8.2f\n", name, a, b, b / a}'
done
