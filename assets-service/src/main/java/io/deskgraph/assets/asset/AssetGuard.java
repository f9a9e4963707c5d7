package io.deskgraph.assets.asset;

import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.policy.Access;
import io.deskgraph.kit.policy.AssetAttributes;
import io.deskgraph.kit.policy.AssetColumns;
import io.deskgraph.kit.policy.CallerRights;
import io.deskgraph.kit.policy.Rights;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.util.function.Function;

/**
 * Holds each read and write against the tenant's constraints. An asset that the caller may not read is, by its id, as
 * good as none; one that may be read and not touched is refused by name.
 */
@Singleton
public class AssetGuard {

    private static final AssetColumns COLUMNS = AssetColumns.of("a", "id");

    private final CallerRights rights;

    AssetGuard(CallerRights rights) {
        this.rights = rights;
    }

    /** @throws Problem 404 for an asset that the caller may not read */
    void requireVisible(AssetState asset, AssetKey key) {
        if (!allows(Verb.GET, asset)) {
            throw AssetRefusals.notFound(key);
        }
    }

    /** @throws Problem 404 for an asset that the caller may not read, 403 for one that may only be read */
    void require(Verb verb, AssetState asset, AssetKey key) {
        requireVisible(asset, key);
        if (!allows(verb, asset)) {
            throw AssetRefusals.notAuthorized(verb);
        }
    }

    public void requireCreation(AssetState asset) {
        if (!allows(Verb.POST, asset)) {
            throw AssetRefusals.notAuthorized(Verb.POST);
        }
    }

    /** Moving an asset to another database is as good as creating it there. */
    void requireMove(AssetState before, AssetState after) {
        if (!before.databaseId().equals(after.databaseId())) {
            requireCreation(after);
        }
    }

    /** For what outlives the asset. */
    public boolean isVisible(AssetState asset) {
        return allows(Verb.GET, asset);
    }

    /** Leaves what the caller may read; once. */
    public AssetCriteria restrict(AssetCriteria criteria) {
        return criteria.isRestricted() ? criteria : restrict(criteria, rights.assets(Verb.GET));
    }

    /** The same in another tenant, whose constraints are the ones that count there. */
    AssetCriteria restrict(AssetCriteria criteria, Rights there) {
        return restrict(criteria, there.assets(Verb.GET));
    }

    private static AssetCriteria restrict(AssetCriteria criteria, Access access) {
        AssetCriteria all = criteria.restricted();
        return access.isUnrestricted() ? all : all.and(access.condition(COLUMNS, all::argument));
    }

    /** The same for a query of another kind: a condition on columns of the asset, or {@code TRUE}. */
    public String condition(AssetColumns columns, Function<Object, String> argument) {
        return rights.assets(Verb.GET).condition(columns, argument);
    }

    private boolean allows(Verb verb, AssetState asset) {
        return rights.assets(verb).allows(AssetAttributes.of(asset));
    }
}
