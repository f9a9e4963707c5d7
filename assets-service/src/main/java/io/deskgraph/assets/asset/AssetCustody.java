package io.deskgraph.assets.asset;

import io.deskgraph.assets.checkout.Checkouts;
import io.deskgraph.assets.checkout.HistoryEntry;
import io.deskgraph.assets.checkout.Holder;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives assets out and takes them back. */
@Singleton
public class AssetCustody {

    private final AssetService assets;
    private final AssetRepository repository;
    private final Checkouts checkouts;
    private final AssetDrafts drafts;
    private final AssetRecord record;

    AssetCustody(
            AssetService assets,
            AssetRepository repository,
            Checkouts checkouts,
            AssetDrafts drafts,
            AssetRecord record) {
        this.assets = assets;
        this.repository = repository;
        this.checkouts = checkouts;
        this.drafts = drafts;
        this.record = record;
    }

    /** To whom, until when, and what is said about it. */
    public record Checkout(long employee, @Nullable LocalDate expectedCheckin, String note) {}

    public Uni<StoredAsset> checkOut(Tx tx, AssetKey key, Checkout wish, IfMatch condition) {
        return assets.lock(tx, key, Verb.PUT, condition).chain(before -> holder(tx, wish)
                .invoke(holder -> refuseUnavailable(before))
                .chain(holder -> give(tx, before, holder, wish)));
    }

    /** @param next what the asset is then: anything but deployed */
    public Uni<StoredAsset> checkIn(Tx tx, AssetKey key, AssetStatus next, String note, IfMatch condition) {
        return assets.lock(tx, key, Verb.PUT, condition)
                .invoke(AssetCustody::refuseAtHome)
                .chain(before -> {
                    StoredAsset after = drafts.returned(before, next);
                    return checkouts
                            .close(
                                    tx,
                                    List.of(after.state().assetId()),
                                    note,
                                    after.state().updatedAt())
                            .map(closed -> Objects.requireNonNull(
                                    closed.get(after.state().assetId())))
                            .call(() -> repository.update(tx, after.state()))
                            .chain(closed -> record.checkedIn(tx, before.state(), after.state(), closed))
                            .replaceWith(after);
                });
    }

    /** Oldest first. */
    public Uni<List<HistoryEntry>> history(AssetKey key) {
        return assets.find(key).chain(asset -> checkouts.history(asset.state().assetId()));
    }

    private Uni<Holder> holder(Tx tx, Checkout wish) {
        return checkouts
                .holder(tx, wish.employee())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("Employee not found"))
                .invoke(AssetCustody::refuseInactive);
    }

    private Uni<StoredAsset> give(Tx tx, StoredAsset before, Holder holder, Checkout wish) {
        StoredAsset after = drafts.given(before, holder, wish.expectedCheckin());
        AssetState state = after.state();
        return repository
                .update(tx, state)
                .chain(() -> checkouts.open(
                        tx, state.assetId(), holder, wish.expectedCheckin(), wish.note(), state.updatedAt()))
                .chain(opened -> record.checkedOut(tx, before.state(), state, opened))
                .replaceWith(after);
    }

    private static void refuseInactive(Holder holder) {
        if (!holder.active()) {
            throw Problem.invalid("employee_id", "Employee is not active");
        }
    }

    private static void refuseUnavailable(StoredAsset asset) {
        String status = asset.state().status();
        Reference assignee = asset.names().assignee();
        if (assignee != null) {
            throw Problem.invalid("Asset is not available: it is checked out to " + assignee.name());
        }
        if (!status.equals(AssetStatus.AVAILABLE.wire())) {
            throw Problem.invalid("Asset is not available: its status is " + status);
        }
    }

    static void refuseAtHome(StoredAsset asset) {
        if (!asset.state().status().equals(AssetStatus.DEPLOYED.wire())) {
            throw AssetRefusals.notDeployed(asset.state().status());
        }
    }
}
