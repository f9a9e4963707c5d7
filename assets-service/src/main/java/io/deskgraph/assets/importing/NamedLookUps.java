package io.deskgraph.assets.importing;

import io.deskgraph.assets.audit.Author;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Origin;
import io.deskgraph.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Categories and locations by name, whatever its case; made where they are missing and may be. */
@Singleton
class NamedLookUps {

    private static final String FIND = """
            SELECT n.name, lower(n.name) AS folded, l.id
            FROM unnest($2::text[]) WITH ORDINALITY AS n (name, ordinal)
            LEFT JOIN %s l ON l.tenant_id = $1 AND lower(l.name) = lower(n.name)
            ORDER BY n.ordinal""";

    private static final String TAKE_NUMBERS = """
            INSERT INTO number_counters AS n (tenant_id, kind, last_number) VALUES ($1, $2, $3)
            ON CONFLICT ON CONSTRAINT number_counters_pk DO UPDATE SET last_number = n.last_number + $3
            RETURNING last_number""";

    private static final String CREATE = """
            INSERT INTO %s (tenant_id, id, number, name, created_at, created_by, updated_at, updated_by, version)
            SELECT $1, id, $2 + ordinal, name, $3, $4, $3, $4, 1
            FROM unnest($5::uuid[], $6::text[]) WITH ORDINALITY AS r (id, name, ordinal)
            ON CONFLICT DO NOTHING""";

    private final Outbox outbox;
    private final Clock clock;

    NamedLookUps(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Found> find(Tx tx, Kind kind, Collection<String> names) {
        if (names.isEmpty()) {
            return Uni.createFrom().item(new Found(new HashMap<>(), new HashMap<>()));
        }
        return tx.sql(FIND.formatted(kind.table), tx.tenant(), names.toArray(String[]::new))
                .map(NamedLookUps::found);
    }

    /** Makes those of the names that were not found, and notes them as found. */
    Uni<Void> create(Tx tx, Kind kind, Author author, Found found, Collection<String> names) {
        Map<String, String> missing = new LinkedHashMap<>();
        names.stream()
                .filter(name -> found.id(name) == null)
                .forEach(name -> missing.putIfAbsent(found.folded(name), name));
        if (missing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> fresh = List.copyOf(missing.values());
        List<UUID> ids = fresh.stream().map(name -> Ids.next()).toList();
        return tx.sql(TAKE_NUMBERS, tx.tenant(), kind.kind, (long) fresh.size())
                .map(counted -> counted.iterator().next().getLong("last_number") - fresh.size())
                .chain(before -> insert(tx, kind, author, before, ids, fresh))
                .chain(() -> outbox.append(tx, origin(author), facts(kind, ids, fresh)))
                .invoke(() -> found.add(fresh, ids));
    }

    static Origin origin(Author author) {
        return new Origin(author.userId().toString(), author.actorType(), author.requestId(), null);
    }

    private Uni<Void> insert(Tx tx, Kind kind, Author author, long before, List<UUID> ids, List<String> names) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        return tx.sql(
                        CREATE.formatted(kind.table),
                        tx.tenant(),
                        before,
                        now,
                        author.userId(),
                        ids.toArray(UUID[]::new),
                        names.toArray(String[]::new))
                .invoke(stored -> requireAll(stored.rowCount(), names))
                .replaceWithVoid();
    }

    private static void requireAll(int stored, List<String> names) {
        if (stored < names.size()) {
            throw new BatchRaced("A look-up was created meanwhile");
        }
    }

    private static List<Fact> facts(Kind kind, List<UUID> ids, List<String> names) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            ReferenceState state =
                    new ReferenceState(kind.kind, ids.get(i).toString(), names.get(i), kind.attributes(), 1);
            facts.add(state.written(Topics.ASSETS, Map.of()));
        }
        return facts;
    }

    private static Found found(Iterable<Row> rows) {
        Found found = new Found(new HashMap<>(), new HashMap<>());
        for (Row row : rows) {
            found.foldedByName.put(row.getString("name"), row.getString("folded"));
            UUID id = row.getUUID("id");
            if (id != null) {
                found.idByFolded.put(row.getString("folded"), id);
            }
        }
        return found;
    }

    /** What the names asked for are. */
    record Found(Map<String, String> foldedByName, Map<String, UUID> idByFolded) {

        @Nullable
        UUID id(String name) {
            return idByFolded.get(folded(name));
        }

        private String folded(String name) {
            return foldedByName.getOrDefault(name, name);
        }

        private void add(List<String> names, List<UUID> ids) {
            for (int i = 0; i < ids.size(); i++) {
                idByFolded.put(folded(names.get(i)), ids.get(i));
            }
        }
    }

    /** What is looked up. */
    enum Kind {
        CATEGORY("categories", ReferenceState.CATEGORY),
        LOCATION("locations", ReferenceState.LOCATION);

        private final String table;
        private final String kind;

        Kind(String table, String kind) {
            this.table = table;
            this.kind = kind;
        }

        private Map<String, @Nullable Object> attributes() {
            Map<String, @Nullable Object> attributes = new HashMap<>();
            if (this == LOCATION) {
                attributes.put("address", null);
            }
            return attributes;
        }
    }
}
