package io.deskgraph.links.metadata;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes the metadata of a link that is held by the transaction. */
@ApplicationScoped
class MetadataRepository {

    private static final String WRITE = """
            WITH wanted AS (
                SELECT key, value, value_type
                FROM unnest($3::text[], $4::text[], $5::text[]) AS item (key, value, value_type)),
            gone AS (
                DELETE FROM asset_link_metadata
                WHERE tenant_id = $1 AND link_id = $2 AND $6::boolean AND key <> ALL ($7::text[])
                RETURNING key),
            written AS (
                INSERT INTO asset_link_metadata AS m (tenant_id, link_id, key, value, value_type,
                                                      created_by, created_at, updated_by, updated_at)
                SELECT $1, $2, key, value, value_type, $8, $9, $8, $9 FROM wanted
                ON CONFLICT ON CONSTRAINT asset_link_metadata_pk DO UPDATE
                SET value = excluded.value, value_type = excluded.value_type, updated_by = excluded.updated_by,
                    updated_at = excluded.updated_at
                WHERE (m.value, m.value_type) IS DISTINCT FROM (excluded.value, excluded.value_type)
                RETURNING m.key, m.xmax = 0 AS is_new)
            SELECT key, CASE WHEN is_new THEN 'new' ELSE 'changed' END AS outcome, 0 AS stored FROM written
            UNION ALL
            SELECT key, 'gone', 0 FROM gone
            UNION ALL
            SELECT '', 'before', count(*)::integer FROM asset_link_metadata WHERE tenant_id = $1 AND link_id = $2""";

    private static final String DELETE = """
            DELETE FROM asset_link_metadata WHERE tenant_id = $1 AND link_id = $2 AND key = ANY ($3::text[])
            RETURNING key""";

    Uni<Written> write(Tx tx, UUID link, MetadataWrite wanted, UUID by, OffsetDateTime now) {
        List<MetadataItem> items = wanted.unambiguous();
        List<String> kept = new ArrayList<>(wanted.repeated());
        items.forEach(item -> kept.add(item.key()));
        return tx.sql(
                        WRITE,
                        tx.tenant(),
                        link,
                        items.stream().map(MetadataItem::key).toArray(String[]::new),
                        items.stream().map(MetadataItem::value).toArray(String[]::new),
                        items.stream().map(item -> item.type().wire()).toArray(String[]::new),
                        wanted.replaceAll(),
                        kept.toArray(String[]::new),
                        by,
                        now)
                .map(Written::of);
    }

    /** The keys that were there. */
    Uni<List<String>> delete(Tx tx, UUID link, List<String> keys) {
        return tx.sql(DELETE, tx.tenant(), link, keys.toArray(String[]::new))
                .map(rows ->
                        rows.stream().map(row -> row.getString("key")).sorted().toList());
    }

    /**
     * What differs now.
     *
     * @param stored how many keys the link has now
     */
    record Written(List<String> added, List<String> changed, List<String> gone, int stored) {

        static Written of(RowSet<Row> rows) {
            List<String> added = keys(rows, "new");
            List<String> gone = keys(rows, "gone");
            int before = rows.stream().mapToInt(row -> row.getInteger("stored")).sum();
            return new Written(added, keys(rows, "changed"), gone, before + added.size() - gone.size());
        }

        boolean isNothing() {
            return added.isEmpty() && changed.isEmpty() && gone.isEmpty();
        }

        List<String> keysBefore() {
            return joined(changed, gone);
        }

        List<String> keysNow() {
            return joined(added, changed);
        }

        private static List<String> keys(RowSet<Row> rows, String outcome) {
            return rows.stream()
                    .filter(row -> row.getString("outcome").equals(outcome))
                    .map(row -> row.getString("key"))
                    .toList();
        }

        private static List<String> joined(List<String> some, List<String> others) {
            List<String> all = new ArrayList<>(some);
            all.addAll(others);
            return all.stream().sorted().toList();
        }
    }
}
