package io.deskgraph.assets.asset;

import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Member;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An asset's states for writers that know its look-ups already and write many at once. */
@Singleton
public class AssetDraft {

    private final AssetRows rows;
    private final Clock clock;

    AssetDraft(AssetRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public static List<Detail> mistakesOfNew(AssetChange change) {
        return mistakes(AssetChecks::forCreate, change);
    }

    public static List<Detail> mistakesOfUpdate(AssetChange change) {
        return mistakes(AssetChecks::forUpdate, change);
    }

    /** A new asset; its number is still to come. */
    public AssetState first(UUID tenant, UUID author, AssetChange change, Places places) {
        return next(
                AssetStates.blank(tenant, Ids.next(), author, clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                author,
                change,
                places);
    }

    public AssetState next(AssetState before, UUID author, AssetChange change, Places places) {
        References references = new References(reference(places.category()), reference(places.location()), null, true);
        var sent = change.extensionData();
        var fields = new Member<>(sent.name(), sent.sent(), sent.value() == null ? null : rows.canonical(sent.value()));
        return AssetStates.next(
                before, change, fields, references, author, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    public static AssetState numbered(AssetState state, long number) {
        return AssetStates.numbered(state, number);
    }

    public static boolean isSame(AssetState before, AssetState after) {
        return Changes.between(before, after).isEmpty();
    }

    public static boolean mayMove(AssetState before, AssetState after) {
        return AssetStatus.of(before.status()).mayBecome(AssetStatus.of(after.status()));
    }

    private static List<Detail> mistakes(Consumer<AssetChange> check, AssetChange change) {
        try {
            check.accept(change);
            return List.of();
        } catch (Problem refused) {
            return details(refused);
        }
    }

    @SuppressWarnings("unchecked") // the checks give no other
    private static List<Detail> details(Problem refused) {
        return refused.details() instanceof List<?> list ? (List<Detail>) list : List.of();
    }

    private static @Nullable Reference reference(@Nullable UUID id) {
        return id == null ? null : new Reference(id, 0, "");
    }

    /** The look-ups that the asset will have. */
    public record Places(@Nullable UUID category, @Nullable UUID location) {}
}
