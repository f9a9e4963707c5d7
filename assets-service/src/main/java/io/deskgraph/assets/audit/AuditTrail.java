package io.deskgraph.assets.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
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

    public Uni<Void> created(Tx tx, AssetState after) {
        return append(tx, after, "created", after.version(), null, after);
    }

    public Uni<Void> updated(Tx tx, AssetState before, AssetState after) {
        return append(tx, after, "updated", after.version(), before, after);
    }

    public Uni<Void> deleted(Tx tx, AssetState before) {
        return append(tx, before, "deleted", before.version() + 1, before, null);
    }

    private Uni<Void> append(
            Tx tx,
            AssetState asset,
            String action,
            long version,
            @Nullable AssetState before,
            @Nullable AssetState after) {
        Caller caller = request.caller();
        return tx.sql(
                        APPEND,
                        tx.tenant(),
                        Ids.next(),
                        asset.assetId(),
                        (int) version,
                        action,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caller.userId(),
                        caller.actorType(),
                        caller.name(),
                        request.requestId(),
                        text(before),
                        text(after))
                .replaceWithVoid();
    }

    private @Nullable String text(@Nullable AssetState state) {
        try {
            return state == null ? null : json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An asset's state cannot be written", e);
        }
    }
}
