#!/usr/bin/env bash
# A file of assets in and out, through the gateway. In: rows per second, the same file again, and COPY of that very file into
# an equal table in the same run. Out: time to the first byte, and what the service has in use while it writes ten times
# as many rows. The heap that the service may have is printed; it is the launcher's, smaller than the file with its rows.
# Needs a suite that runs (./deskgraph up --detach), and curl, psql, jq and a JDK's jcmd on the PATH.
#   benchmarks/import.sh [rows, default 200000]       half of them are exported; the rows stay behind
set -euo pipefail
cd "$(dirname "$0")/.."

rows=${1:-200000}
state=${DESKGRAPH_STATE_DIR:-.standalone}
credentials=$state/credentials.json
gateway=$(jq -r .gateway "$credentials")
host=$(jq -r '.tenants[] | select(.slug == "acme") | .host' "$credentials")
key=$(jq -r '.tenants[] | select(.slug == "acme") | .keys.admin' "$credentials")
tenant=$(jq -r '.tenants[] | select(.slug == "acme") | .tenant_id' "$credentials")
postgres_port=$(jq -r .postgres.port "$credentials")
service=$(jq -r '.processes[] | select(.name == "assets-service") | .pid' "$state/state.json")
export PGPASSWORD
PGPASSWORD=$(jq -r .databases.assets.owner "$state/secrets.json")
sql() { psql -qAtX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$postgres_port" -U assets_owner assets "$@"; }
call() { curl -sS --fail-with-body -H "Host: $host" -H "X-API-Key: $key" "$@"; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
run=$(date +%s)

awk -v n="$rows" -v run="$run" 'BEGIN {
  print "asset_tag,name,database_id,manufacturer,model,serial,status,purchase_date,purchase_cost,warranty_expiry,notes,asset_type"
  for (i = 1; i <= n; i++)
    printf "B%s-%07d,Thing %d,default,Bench %s-%d,Model %d,S%s-%d,%s,2026-%02d-%02d,%d.%02d,2029-%02d-01,\"Shelf %d, row %d\",bench-%s-%d\n",
      run, i, i, run, i % 20, i % 97, run, i, i % 7 ? "available" : "maintenance", 1 + i % 12, 1 + i % 28, i % 5000, i % 100,
      1 + i % 12, i % 40, i % 9, run, i % 2
}' >"$work/assets.csv"

peak_reset() { echo 5 >"/proc/$service/clear_refs"; }
peak() { awk '/VmHWM/ {printf "%.0f", $2 / 1024}' "/proc/$service/status"; }
# MB that are reachable: counting them collects everything else first.
live() { jcmd "$service" GC.class_histogram | awk '/^Total/ {printf "%.1f\n", $3 / 1048576}'; }

# Sets took and answer; the answer must be what jq says.
import() {
  local file=$1 expected=$2
  took=$(call -F "file=@$file" -o "$work/answer" -w '%{time_total}' "$gateway/api/assets/import/csv")
  jq -e --argjson n "$rows" "$expected" "$work/answer" >/dev/null || { head -c 600 "$work/answer"; exit 1; }
}

head -n 501 "$work/assets.csv" | sed -e 's/^B/W/' -e 's/Bench /Warm /' -e 's/bench-/warm-/' >"$work/warm.csv"
for _ in 1 2 3; do call -F "file=@$work/warm.csv" -o /dev/null "$gateway/api/assets/import/csv"; done

peak_reset
import "$work/assets.csv" '.created == $n and .updated == 0 and (.errors | length) == 0'
first=$took
peak_first=$(peak)
import "$work/assets.csv" '.created == 0 and .updated == 0 and .unchanged == $n and (.errors | length) == 0'
again=$took

# As the table is, with its checks and all its indexes; what the file does not say has a default.
sql -v tenant="$tenant" <<'SQL'
DROP TABLE IF EXISTS assets_twin;
DROP SEQUENCE IF EXISTS assets_twin_number;
CREATE SEQUENCE assets_twin_number;
CREATE TABLE assets_twin (LIKE assets INCLUDING ALL);
ALTER TABLE assets_twin
    ALTER COLUMN tenant_id SET DEFAULT :'tenant',
    ALTER COLUMN id SET DEFAULT gen_random_uuid(),
    ALTER COLUMN number SET DEFAULT nextval('assets_twin_number'),
    ALTER COLUMN created_at SET DEFAULT now(),
    ALTER COLUMN updated_at SET DEFAULT now(),
    ALTER COLUMN version SET DEFAULT 1;
SQL
started=$(date +%s.%N)
sql -c "\\copy assets_twin (asset_tag, name, database_id, manufacturer, model, serial_number, status, purchase_date, purchase_cost, warranty_end_date, notes, asset_type) FROM '$work/assets.csv' WITH (FORMAT csv, HEADER)"
copied=$(awk -v a="$started" -v b="$(date +%s.%N)" 'BEGIN {print b - a}')
[ "$(sql -c 'SELECT count(*) FROM assets_twin')" = "$rows" ]
sql -c 'DROP TABLE assets_twin' -c 'DROP SEQUENCE assets_twin_number' -c 'ANALYZE assets'

part="asset_type=bench-$run-1"                              # every second row
tenth="manufacturer=Bench%20$run-1"                         # every twentieth
export_csv() { call -G "$gateway/api/assets/export/csv?$1" "${@:2}"; }
export_csv "$part" -o /dev/null
for _ in 1 2 3 4 5; do
  export_csv "$part" -o "$work/out.csv" -w '%{time_starttransfer} %{time_total}\n'
done | sort -n >"$work/times"
[ "$(wc -l <"$work/out.csv")" = $((rows / 2 + 1)) ]
read -r byte whole <<<"$(sed -n 3p "$work/times")"

# The most in use while one export runs, at a reader's pace that leaves time to look.
live_while() {
  local most=0 now rate=$2
  export_csv "$1" -o /dev/null --limit-rate "$rate" &
  local export=$!
  sleep 1
  while kill -0 "$export" 2>/dev/null; do
    now=$(live)
    most=$(awk -v a="$most" -v b="$now" 'BEGIN {print (a + 0 > b + 0 ? a : b)}')
    sleep 1
  done
  wait "$export"
  echo "$most"
}
bytes=$(wc -c <"$work/out.csv")
idle=$(live)
short=$(live_while "$tenth" $((bytes / 10 / 5 + 1)))
long=$(live_while "$part" $((bytes / 10 + 1)))

echo "# $rows assets in and $((rows / 2)) out, $(nproc) cores, heap of the service $(tr '\0' '\n' <"/proc/$service/cmdline" | grep -- -Xmx), $(date -u +%F)"
awk -v n="$rows" -v a="$first" -v b="$again" -v c="$copied" -v mb="$peak_first" 'BEGIN {
  printf "%-34s %10.1f s %10.0f rows/s   (peak resident %d MB)\n", "import", a, n / a, mb
  printf "%-34s %10.1f s %10.0f rows/s\n", "the same file again", b, n / b
  printf "%-34s %10.1f s %10.0f rows/s\n", "COPY into an equal table", c, n / c
  printf "%-34s %10.1f\n", "import / COPY", a / c}'
awk -v n=$((rows / 2)) -v byte="$byte" -v whole="$whole" 'BEGIN {
  printf "%-34s %10.0f ms\n", "export, first byte (median of 5)", 1000 * byte
  printf "%-34s %10.1f s %10.0f rows/s\n", "export, whole", whole, n / whole}'
printf '%-34s %10s MB\n' "reachable, idle" "$idle" "reachable, $((rows / 20)) rows going out" "$short" \
  "reachable, $((rows / 2)) rows going out" "$long"
