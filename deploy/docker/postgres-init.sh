#!/usr/bin/env bash
# The databases and roles of the four services. The postgres image runs this when its volume is empty; it may be run again
# at any time, for instance after a password in .env has changed:
#
#   docker compose up -d postgres
#   docker compose exec postgres bash /docker-entrypoint-initdb.d/10-services.sh
#
# Passwords come from the environment by \getenv: an argument of psql would show in the list of processes.
set -euo pipefail

script="${PROVISION_SCRIPT:-/provision/provision-service.sql}"
export PGPASSWORD="${PGPASSWORD:-${POSTGRES_PASSWORD:?is not set}}"

for database in identity tickets assets links; do
  prefix="${database^^}"
  for role in OWNER APP SYSTEM; do
    name="${prefix}_${role}_PASSWORD"
    [[ -n "${!name:-}" ]] || { echo "$name is not set" >&2; exit 1; }
  done
  psql --no-psqlrc --quiet --username "${POSTGRES_USER:-postgres}" --dbname postgres \
    -v ON_ERROR_STOP=1 -v db="$database" <<SQL
\\getenv owner_password ${prefix}_OWNER_PASSWORD
\\getenv app_password ${prefix}_APP_PASSWORD
\\getenv system_password ${prefix}_SYSTEM_PASSWORD
\\i '$script'
SQL
  echo "Database $database and its roles are there"
done
