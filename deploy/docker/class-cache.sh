#!/usr/bin/env bash
# Starts the service in the given directory once, without anything around it, and keeps its classes as the JVM has laid them
# out: classes.aot, and in class-path the arguments that go with it. It ends where it would need its database, and by then
# it has loaded nearly all that a start needs. Needs the very Java that will run the service.
set -euo pipefail

app="${1:?usage: class-cache.sh DIRECTORY}"
cd "$app"

# One class path instead of Quarkus' own class loader, because the cache holds only what the JVM's loaders load. Transformed
# classes come before those they were made from.
path=""
for jar in "$app"/quarkus/transformed-bytecode.jar "$app"/quarkus/generated-bytecode.jar \
  "$app"/app/*.jar "$app"/lib/main/*.jar "$app"/lib/boot/*.jar; do
  if [[ -e "$jar" ]]; then path="$path${path:+:}$jar"; fi
done
# What the manifest of quarkus-run.jar would open goes with it.
printf -- '--add-opens=java.base/java.lang=ALL-UNNAMED -cp %s\n' "$path" >class-path

export DESKGRAPH_DB_OWNER_PASSWORD=none DESKGRAPH_DB_APP_PASSWORD=none DESKGRAPH_DB_SYSTEM_PASSWORD=none
export DESKGRAPH_DB_PORT=1 DESKGRAPH_OUTBOX_ENABLED=false DESKGRAPH_INBOX_ENABLED=false
export QUARKUS_FLYWAY_MIGRATE_AT_START=false DESKGRAPH_KEYS_HASH_SECRET=none
export DESKGRAPH_TOKEN_PUBLIC_KEY_FILE=none DESKGRAPH_TOKEN_PRIVATE_KEY_FILE=none
java -XX:AOTCacheOutput=classes.aot -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
  @class-path io.quarkus.runner.GeneratedMain >training.log 2>&1 || true

if [[ ! -s classes.aot ]]; then
  tail -n 20 training.log >&2
  exit 1
fi
rm -f training.log
