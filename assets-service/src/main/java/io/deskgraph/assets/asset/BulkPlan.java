package io.deskgraph.assets.asset;

import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of each asset of a bulk action. An asset that is so already is done without a step. */
final class BulkPlan {

    private final AssetDrafts drafts;
    private final AssetGuard guard;
    private final BulkAction action;
    private final References found;
    private final Map<Object, Problem> refused = new LinkedHashMap<>();
    private final Map<Object, StoredAsset> known = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /** @param after as it is before where the asset goes */
    record Step(AssetState before, AssetState after) {}

    BulkPlan(AssetDrafts drafts, AssetGuard guard, BulkAction action, References found, List<StoredAsset> assets) {
        this.drafts = drafts;
        this.guard = guard;
        this.action = action;
        this.found = found;
        assets.forEach(this::plan);
    }

    BulkAction action() {
        return action;
    }

    List<Step> steps() {
        return steps;
    }

    List<UUID> ids() {
        return steps.stream().map(step -> step.before().assetId()).toList();
    }

    List<AssetState> after() {
        return steps.stream().map(Step::after).toList();
    }

    List<@Nullable Problem> outcome(List<AssetKey> keys) {
        List<@Nullable Problem> outcome = new ArrayList<>();
        keys.forEach(key -> outcome.add(outcome(key)));
        return outcome;
    }

    private @Nullable Problem outcome(AssetKey key) {
        StoredAsset asset = known.get(key.value());
        return asset == null
                ? AssetRefusals.notFound()
                : refused.get(asset.state().assetId());
    }

    private void plan(StoredAsset asset) {
        known.put(asset.state().assetId(), asset);
        known.put(asset.state().number(), asset);
        try {
            add(asset.state(), after(asset).state());
        } catch (Problem problem) {
            refused.put(asset.state().assetId(), problem);
        }
    }

    private StoredAsset after(StoredAsset asset) {
        Verb verb = action.kind() == BulkAction.Kind.DELETE ? Verb.DELETE : Verb.PUT;
        guard.require(verb, asset.state(), AssetKey.of(asset.state().assetId()));
        return switch (action.kind()) {
            case DELETE -> leaving(asset);
            case CHECKIN -> returned(asset);
            default -> changed(asset);
        };
    }

    private static StoredAsset leaving(StoredAsset asset) {
        AssetService.refuseDeployed(asset.state(), false);
        return asset;
    }

    private StoredAsset returned(StoredAsset asset) {
        AssetCustody.refuseAtHome(asset);
        return drafts.returned(asset, AssetStatus.AVAILABLE);
    }

    private StoredAsset changed(StoredAsset asset) {
        AssetNames names = asset.names();
        StoredAsset after = drafts.next(
                asset,
                action.change(),
                new References(
                        action.change().category().sent() ? found.category() : names.category(),
                        action.change().location().sent() ? found.location() : names.location(),
                        names.client(),
                        true));
        AssetDrafts.refuseGuardedMove(asset.state(), after.state());
        return after;
    }

    private void add(AssetState before, AssetState after) {
        if (action.kind() == BulkAction.Kind.DELETE
                || !Changes.between(before, after).isEmpty()) {
            steps.add(new Step(before, after));
        }
    }
}
