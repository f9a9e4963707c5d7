#!/usr/bin/env bash
# How lists, search and sums over tickets take to many rows: the median answer of four calls, for a tenant with few tickets
# and one with many beside another with as many, in one run, one call at a time.
# Fills the tickets database behind the API's back; use a suite made for it, once.
# Needs a suite that runs without limits (DESKGRAPH_RATE_LIMIT_MODE=off ./deskgraph up --detach --fresh), and curl, psql and jq on the PATH.
#   benchmarks/ticket-lists.sh [few, default 1000] [many, default 100000] [calls each, default 200]
set -euo pipefail
cd "$(dirname "$0")/.."

few=${1:-1000}
many=${2:-100000}
calls=${3:-200}
state=${DESKGRAPH_STATE_DIR:-.standalone}
credentials=$state/credentials.json
gateway=$(jq -r .gateway "$credentials")
postgres_port=$(jq -r .postgres.port "$credentials")
export PGPASSWORD
PGPASSWORD=$(jq -r .databases.tickets.owner "$state/secrets.json")
sql() { psql -qAtX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$postgres_port" -U tickets_owner tickets "$@"; }
of() { jq -r --arg slug "$1" ".tenants[] | select(.slug == \$slug) | $2" "$credentials"; }

# Tickets of the tenant's first board, spread over its statuses, priorities and clients and over the last 200 days.
fill() {
  sql -v tenant="$1" -v n="$2" <<'SQL'
INSERT INTO tickets (tenant_id, id, number, ticket_number, title, client_id, board_id, status_id, priority_id, assigned_to,
    entered_at, updated_at, is_closed, closed_at, due_date, source, ticket_origin, version)
SELECT :'tenant', gen_random_uuid(), 10000000 + n, 'TIC' || (10000000 + n),
    (ARRAY ['Printer', 'Laptop', 'Router', 'Projector', 'Scanner'])[1 + n % 5] || ' '
        || (ARRAY ['on fire', 'offline', 'too slow', 'missing'])[1 + n % 4] || ' ' || md5(n::text),
    c.ids[1 + n % cardinality(c.ids)], s.board_id, s.ids[1 + n % cardinality(s.ids)],
    p.ids[1 + n % cardinality(p.ids)], CASE WHEN n % 3 = 0 THEN md5((n % 50)::text)::uuid END,
    now() - n * interval '200 days' / :n, now() - n * interval '199 days' / :n, s.closed[1 + n % cardinality(s.ids)],
    CASE WHEN s.closed[1 + n % cardinality(s.ids)] THEN now() - n * interval '199 days' / :n END,
    now() + (n - :n / 100) * interval '1 hour', 'api', 'api', 1
FROM generate_series(1, :n) AS n,
    (SELECT array_agg(id) AS ids FROM clients WHERE tenant_id = :'tenant') c,
    (SELECT array_agg(id) AS ids FROM priorities WHERE tenant_id = :'tenant' AND item_type = 'ticket') p,
    (SELECT board_id, array_agg(id ORDER BY order_number) AS ids, array_agg(is_closed ORDER BY order_number) AS closed
     FROM statuses WHERE tenant_id = :'tenant' AND status_type = 'ticket' GROUP BY board_id ORDER BY board_id LIMIT 1) s;
SQL
}

# Milliseconds of the middle answer. Paced, to stay below the limit of a key.
p50() {
  local slug=$1 path=$2 host key
  host=$(of "$slug" .host)
  key=$(of "$slug" .keys.admin)
  for _ in $(seq "$calls"); do echo "url = \"$gateway$path\""; echo 'output = "/dev/null"'; done |
    curl -fsS --rate 50/s -K - -H "Host: $host" -H "X-API-Key: $key" -w '%{time_starttransfer}\n' |
    sort -n | awk '{t[NR] = $1} END {printf "%.2f", 1000 * t[int((NR + 1) / 2)]}'
}

fill "$(of globex .tenant_id)" "$few"
fill "$(of acme .tenant_id)" "$many"
other=00000000-0000-7000-8000-00000000beef # nobody's, with the look-ups of acme
for table in priorities boards statuses clients; do
  sql -v tenant="$(of acme .tenant_id)" -v other="$other" -v table="$table" <<'SQL'
INSERT INTO :"table"
SELECT (jsonb_populate_record(r, jsonb_build_object('tenant_id', :'other'))).* FROM :"table" r WHERE tenant_id = :'tenant'
ON CONFLICT DO NOTHING;
SQL
done
fill "$other" "$many"
sql -c 'VACUUM ANALYZE tickets' -c 'VACUUM ANALYZE ticket_counts'

agent=$(sql -c "SELECT md5('7')::uuid")
declare -A paths=(
  [list]='/api/v1/tickets?limit=25'
  [filtered]="/api/v1/tickets?limit=25&is_open=true&assigned_to=$agent"
  [search]='/api/v1/tickets/search?query=printer%20on%20fire'
  [stats]='/api/v1/tickets/stats'
)
echo "# Tickets: p50 of $calls calls, ms, through the gateway, $(nproc) cores, $(date -u +%F)"
printf '%-10s %12s %12s %8s\n' call "$few" "$many" ratio
for name in list filtered search stats; do
  p50 globex "${paths[$name]}" >/dev/null # warm up
  p50 acme "${paths[$name]}" >/dev/null
  a=$(p50 globex "${paths[$name]}")
  b=$(p50 acme "${paths[$name]}")
  awk -v name="$name" -v a="$a" -v b="$b" 'BEGIN {printf "%-10s %12.2f %12.2f %8.2f\n", name, a, b, b / a}'
done
