package io.deskgraph.assets.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the history of assets. */
@Singleton
public class AuditTrail {

    private static final String APPEND = """
            INSERT INTO asset_audit (tenant_id, id, asset_id, version, action, occurred_at, actor_id, actor_type,
                                     actor_name, request_id, before, after)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::jsonb, $12::text::jsonb)""";

    private final CurrentRequest request;
    private final ObjectMapper json;
    private final Clock clock;

    AuditTrail(CurrentRequest request, ObjectMapper json, Clock clock) {
        this.request = request;
        this.json = json;
        this.clock = clock;
    }

    /** One change; of a creation there is no before, of a deletion no after. */
    public record Entry(
            String action,
            @Nullable AssetState before,
            @Nullable AssetState after) {

        private AssetState known() {
            return Objects.requireNonNull(after == null ? before : after);
        }

        private int version() {
            return (int) (after == null ? known().version() + 1 : after.version());
        }
    }

    public Uni<Void> created(Tx tx, AssetState after) {
        return append(tx, new Entry("created", null, after));
    }

    public Uni<Void> updated(Tx tx, AssetState before, AssetState after) {
        return append(tx, new Entry("updated", before, after));
    }

    public Uni<Void> checkedOut(Tx tx, AssetState before, AssetState after) {
        return append(tx, new Entry("checked_out", before, after));
    }

    public Uni<Void> checkedIn(Tx tx, AssetState before, AssetState after) {
        return append(tx, new Entry("checked_in", before, after));
    }

    public Uni<Void> deleted(Tx tx, AssetState before) {
        return append(tx, new Entry("deleted", before, null));
    }

    public Uni<Void> append(Tx tx, Entry entry) {
        return tx.sql(APPEND, written(tx, entry)).replaceWithVoid();
    }

    /** All in one flight. */
    public Uni<Void> append(Tx tx, List<Entry> entries) {
        List<Tuple> rows =
                entries.stream().map(entry -> Tuple.from(written(tx, entry))).toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.batch(APPEND, rows).replaceWithVoid();
    }

    private @Nullable Object[] written(Tx tx, Entry entry) {
        Caller caller = request.caller();
        return new @Nullable Object[] {
            tx.tenant(),
            Ids.next(),
            entry.known().assetId(),
            entry.version(),
            entry.action(),
            clock.instant().atOffset(ZoneOffset.UTC),
            caller.userId(),
            caller.actorType(),
            caller.name(),
            request.requestId(),
            text(entry.before()),
            text(entry.after())
        };
    }

    private @Nullable String text(@Nullable AssetState state) {
        try {
            return state == null ? null : json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An asset's state cannot be written", e);
        }
    }
}
