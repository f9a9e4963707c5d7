#!/usr/bin/env bash
# Makes what a first start by docker compose needs: .env with random passwords, the key pair of the internal token, and
# the first tenant with its administrator, whose API key is printed. Changes nothing that is there already.
set -euo pipefail
umask 077

usage() {
  cat <<'TEXT'
usage: deploy/docker/make-env.sh [--tenant SLUG] [--name NAME] [--email EMAIL] [--domain DOMAIN] [--port PORT]

  --tenant  the first tenant; it lives at SLUG.DOMAIN            (default: acme)
  --name    what the tenant is called                            (default: the slug)
  --email   its administrator                                    (default: admin@SLUG.example)
  --domain  the domain under which tenants live                  (default: localhost)
  --port    the gateway's port on this machine's loopback        (default: 8080)
TEXT
}

die() {
  echo "make-env.sh: $1" >&2
  exit 1
}

slug=acme
name=
email=
domain=localhost
port=8080
while [[ $# -gt 0 ]]; do
  option="$1"
  case "$option" in
    -h | --help) usage; exit 0 ;;
    --tenant | --name | --email | --domain | --port) [[ $# -gt 1 ]] || die "$option needs a value" ;;
    *) usage >&2; die "unknown option $option" ;;
  esac
  case "$option" in
    --tenant) slug="$2" ;;
    --name) name="$2" ;;
    --email) email="$2" ;;
    --domain) domain="$2" ;;
    --port) port="$2" ;;
  esac
  shift 2
done
name="${name:-$slug}"
email="${email:-admin@$slug.example}"
[[ "$slug" =~ ^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$ ]] || die "--tenant: lower-case letters, digits and inner hyphens"
[[ "$name" =~ ^[^\"\\[:cntrl:]]+$ ]] || die "--name: no quotes, backslashes or control characters"
[[ "$email" =~ ^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$ ]] || die "--email: not an address"
[[ "$domain" =~ ^[a-z0-9.-]+$ ]] || die "--domain: not a domain"
[[ "$port" =~ ^[0-9]{1,5}$ ]] || die "--port: not a port"
command -v openssl >/dev/null || die "openssl is needed"

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
env_file="$root/.env"
secrets="$root/deploy/docker/secrets"
for existing in "$env_file" "$secrets"; do
  # New passwords would lock the services out of the databases that have the old ones.
  [[ ! -e "$existing" ]] || die "$existing is there already; nothing was changed"
done

work="$(mktemp -d "$root/deploy/docker/.make-env.XXXXXX")"
trap 'rm -rf "$work"' EXIT
mkdir "$work/secrets"

password() { openssl rand -hex 24; }

api_key() { printf 'dgk_%s' "$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=\n')"; }

# Version 7: the time in milliseconds, then random bits.
uuid() {
  local random
  random="$(openssl rand -hex 10)"
  printf '%08x-%04x-7%s-%x%s-%s' \
    $(($(date +%s) * 1000 >> 16)) $(($(date +%s) * 1000 & 0xffff)) \
    "${random:0:3}" $((8 + 0x${random:3:1} % 4)) "${random:4:3}" "${random:7:12}"
}

# The files are mounted with the owner and mode they have here, so the containers run as their owner.
uid="$(id -u)"
gid="$(id -g)"
if [[ "$uid" == 0 ]]; then
  uid=10001
  gid=10001
fi

openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/secrets/token-private-key.pem" \
  2>"$work/openssl.log" || { cat "$work/openssl.log" >&2; die "no key pair could be made"; }
openssl pkey -in "$work/secrets/token-private-key.pem" -pubout -out "$work/secrets/token-public-key.pem"

key="$(api_key)"
cat >"$work/secrets/bootstrap.json" <<JSON
{
  "tenants": [
    {
      "tenant_id": "$(uuid)",
      "slug": "$slug",
      "name": "$name",
      "msp": false,
      "hosts": ["$slug.$domain"],
      "users": [
        {
          "user_id": "$(uuid)",
          "email": "$email",
          "first_name": "First",
          "last_name": "Administrator",
          "roles": ["Admin"],
          "keys": [{ "name": "first key", "key": "$key" }]
        }
      ]
    }
  ]
}
JSON

{
  echo "# Written by deploy/docker/make-env.sh; .env.example explains each name. Keep it secret and keep a copy."
  echo "DESKGRAPH_PORT=$port"
  echo "DESKGRAPH_ROOT_DOMAIN=$domain"
  echo "DESKGRAPH_UID=$uid"
  echo "DESKGRAPH_GID=$gid"
  echo "DESKGRAPH_KEYS_HASH_SECRET=$(openssl rand -base64 32)"
  echo "POSTGRES_PASSWORD=$(password)"
  for database in IDENTITY TICKETS ASSETS LINKS; do
    for role in OWNER APP SYSTEM; do
      echo "${database}_${role}_PASSWORD=$(password)"
    done
  done
} >"$work/env"

chmod 600 "$work/env" "$work/secrets"/*
chmod 700 "$work/secrets"
if [[ "$(id -u)" == 0 ]]; then
  chown -R "$uid:$gid" "$work/secrets"
fi
mv "$work/secrets" "$secrets"
mv "$work/env" "$env_file"

cat <<TEXT
Wrote .env and deploy/docker/secrets/. Both are secret, and git ignores both.

The first administrator's API key, shown only here:

  $key

Next:
  ./mvnw -DskipTests package
  docker compose up -d --build
  curl -H 'X-API-Key: <the key>' http://$slug.$domain:$port/api/v1/tickets
TEXT
