package io.deskgraph.assets.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the history of many changes in one statement. */
@Singleton
public class AuditBatch {

    private static final String APPEND = """
            INSERT INTO asset_audit (tenant_id, id, asset_id, version, action, occurred_at, actor_id, actor_type,
                                     actor_name, request_id, before, after)
            SELECT $1, id, asset_id, version, CASE WHEN before IS NULL THEN 'created' ELSE 'updated' END,
                   $2, $3, $4, $5, $6, before::jsonb, after::jsonb
            FROM unnest($7::uuid[], $8::uuid[], $9::integer[], $10::text[], $11::text[])
                AS r (id, asset_id, version, before, after)""";

    private final ObjectMapper json;
    private final Clock clock;

    AuditBatch(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    public Uni<Void> append(Tx tx, Author author, List<Step> steps) {
        return tx.sql(
                        APPEND,
                        tx.tenant(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        author.userId(),
                        author.actorType(),
                        author.name(),
                        author.requestId(),
                        steps.stream().map(step -> Ids.next()).toArray(UUID[]::new),
                        steps.stream().map(step -> step.after().assetId()).toArray(UUID[]::new),
                        steps.stream().map(step -> (int) step.after().version()).toArray(Integer[]::new),
                        texts(steps, Step::before),
                        texts(steps, Step::after))
                .replaceWithVoid();
    }

    private @Nullable String[] texts(List<Step> steps, Function<Step, @Nullable AssetState> side) {
        @Nullable String[] texts = new String[steps.size()];
        for (int i = 0; i < texts.length; i++) {
            AssetState state = side.apply(steps.get(i));
            texts[i] = state == null ? null : text(state);
        }
        return texts;
    }

    private String text(AssetState state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An asset's state cannot be written", e);
        }
    }

    /** A creation where nothing was before, else an update. */
    public record Step(@Nullable AssetState before, AssetState after) {}
}
