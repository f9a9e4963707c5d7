package io.deskgraph.assets.asset;

import io.deskgraph.assets.checkout.Holder;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.http.Member;
import io.deskgraph.kit.request.CurrentRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an asset would be after a change, with whoever asks as its author. */
@Singleton
class AssetDrafts {

    private static final AssetNames NO_NAMES = new AssetNames(null, null, null, null, 0);

    private final CurrentRequest request;
    private final AssetRows rows;
    private final Clock clock;

    AssetDrafts(CurrentRequest request, AssetRows rows, Clock clock) {
        this.request = request;
        this.rows = rows;
        this.clock = clock;
    }

    AssetState blank(UUID tenant, UUID id) {
        return AssetStates.blank(tenant, id, actor(), now());
    }

    /** The first state; created and updated in one moment. */
    StoredAsset first(AssetState blank, AssetChange change, References references) {
        return next(new StoredAsset(blank, NO_NAMES), change, references, blank.createdAt());
    }

    StoredAsset next(StoredAsset before, AssetChange change, References references) {
        return next(before, change, references, now());
    }

    private StoredAsset next(StoredAsset before, AssetChange change, References references, Instant now) {
        AssetState state =
                AssetStates.next(before.state(), change, fields(before.state(), change), references, actor(), now);
        return new StoredAsset(state, before.names().with(references));
    }

    StoredAsset given(StoredAsset before, Holder holder, @Nullable LocalDate expectedCheckin) {
        AssetState state =
                AssetStates.handed(before.state(), AssetStatus.DEPLOYED, holder.id(), expectedCheckin, actor(), now());
        return new StoredAsset(
                state, before.names().heldBy(new Reference(holder.id(), holder.number(), holder.name())));
    }

    StoredAsset returned(StoredAsset before, AssetStatus next) {
        AssetState state = AssetStates.handed(before.state(), next, null, null, actor(), now());
        return new StoredAsset(state, before.names().heldBy(null));
    }

    /** The look-ups of an asset that a change leaves alone. */
    static References same(StoredAsset asset) {
        AssetNames names = asset.names();
        return new References(names.category(), names.location(), names.client(), true);
    }

    static void refuseGuardedMove(AssetState before, AssetState after) {
        AssetStatus from = AssetStatus.of(before.status());
        if (!from.mayBecome(AssetStatus.of(after.status()))) {
            throw AssetRefusals.statusIsGuarded(before.status(), after.status());
        }
    }

    private Member<Map<String, @Nullable Object>> fields(AssetState before, AssetChange change) {
        Member<Map<String, @Nullable Object>> sent = change.extensionData();
        Map<String, @Nullable Object> fields = change.merging() && sent.hasValue()
                ? MergePatch.apply(before.extensionData(), sent.or(Map.of()))
                : sent.or(Map.of());
        return new Member<>(sent.name(), sent.sent(), rows.canonical(fields));
    }

    private UUID actor() {
        return request.caller().userId();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
