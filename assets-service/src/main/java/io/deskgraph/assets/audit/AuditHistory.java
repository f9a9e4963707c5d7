package io.deskgraph.assets.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.PageRequest;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the history of one asset, which is there for as long as the asset was ever there. */
@Singleton
public class AuditHistory {

    private static final String COUNT = """
            SELECT (SELECT count(*) FROM asset_audit WHERE tenant_id = $1 AND asset_id = $2) AS total,
                   EXISTS (SELECT FROM assets WHERE tenant_id = $1 AND id = $2) AS present,
                   (SELECT coalesce(after, before)::text FROM asset_audit WHERE tenant_id = $1 AND asset_id = $2
                    ORDER BY version DESC LIMIT 1) AS latest""";

    private static final String PAGE = """
            SELECT id, asset_id, version, action, occurred_at, actor_id, actor_type, actor_name, request_id,
                   before::text AS before, after::text AS after
            FROM asset_audit
            WHERE tenant_id = $1 AND asset_id = $2
            ORDER BY version DESC
            LIMIT $3 OFFSET $4""";

    private final Transactions transactions;
    private final ObjectMapper json;

    AuditHistory(Transactions transactions, ObjectMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * A part of a history, newest first.
     *
     * @param latest what the asset is, or was before it went; null where nothing is on record
     */
    public record Page(
            List<AuditEntry> entries, long total, @Nullable AssetState latest) {}

    public Uni<Page> of(UUID asset, PageRequest page) {
        return transactions.run(
                tx -> tx.sql(COUNT, tx.tenant(), asset).map(this::recorded).chain(recorded -> tx.sql(
                                PAGE, tx.tenant(), asset, (long) page.limit(), page.offset())
                        .map(found -> new Page(entries(found), recorded.total(), recorded.latest()))));
    }

    private record Recorded(long total, @Nullable AssetState latest) {}

    private Recorded recorded(RowSet<Row> counted) {
        Row row = counted.iterator().next();
        long total = row.getLong("total");
        if (total == 0 && !row.getBoolean("present")) {
            throw Problem.notFound("Asset not found");
        }
        return new Recorded(total, state(row.getString("latest")));
    }

    private List<AuditEntry> entries(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false).map(this::entry).toList();
    }

    private AuditEntry entry(Row row) {
        AssetState before = state(row.getString("before"));
        AssetState after = state(row.getString("after"));
        return new AuditEntry(
                row.getUUID("id"),
                row.getUUID("asset_id"),
                row.getInteger("version"),
                row.getString("action"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getUUID("actor_id"),
                row.getString("actor_type"),
                row.getString("actor_name"),
                row.getString("request_id"),
                before,
                after,
                changes(before, after));
    }

    private static Map<String, Change> changes(@Nullable AssetState before, @Nullable AssetState after) {
        return before == null || after == null ? Map.of() : Changes.between(before, after);
    }

    private @Nullable AssetState state(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, AssetState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An asset's recorded state cannot be read", e);
        }
    }
}
