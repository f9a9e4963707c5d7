package io.deskgraph.assets.asset;

import io.deskgraph.assets.field.CustomFields;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.policy.Verb;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes assets: each change is checked, stored, put on record and announced in the one transaction it is given. */
@Singleton
public class AssetService {

    private final AssetRepository repository;
    private final ReferenceResolver references;
    private final CustomFields fields;
    private final AssetRecord record;
    private final AssetDrafts drafts;
    private final AssetGuard guard;

    AssetService(
            AssetRepository repository,
            ReferenceResolver references,
            CustomFields fields,
            AssetRecord record,
            AssetDrafts drafts,
            AssetGuard guard) {
        this.repository = repository;
        this.references = references;
        this.fields = fields;
        this.record = record;
        this.drafts = drafts;
        this.guard = guard;
    }

    public Uni<StoredAsset> find(AssetKey key) {
        return repository
                .find(key)
                .onItem()
                .ifNull()
                .failWith(() -> AssetRefusals.notFound(key))
                .invoke(asset -> guard.requireVisible(asset.state(), key));
    }

    /** For a service that holds its callers to the constraints itself. */
    Uni<StoredAsset> findForService(AssetKey key) {
        return repository.find(key).onItem().ifNull().failWith(AssetRefusals::notFound);
    }

    public Uni<StoredAsset> create(Tx tx, AssetChange change) {
        AssetChecks.forCreate(change);
        AssetState blank = drafts.blank(tx.tenant(), Ids.next());
        return references
                .resolve(tx, change, blank)
                .map(found -> drafts.first(blank, change, found))
                .invoke(draft -> guard.requireCreation(draft.state()))
                .call(draft -> fields.check(
                        tx, change.extensionData().name(), draft.state().extensionData()))
                .chain(draft -> insert(tx, draft))
                .call(created -> record.created(tx, created.state()));
    }

    /** Changes nothing, not even the version, when the asset is so already. */
    public Uni<StoredAsset> update(Tx tx, AssetKey key, AssetChange change, IfMatch condition) {
        return lock(tx, key, Verb.PUT, condition)
                .invoke(before -> AssetChecks.forUpdate(change))
                .chain(before -> draft(tx, before, change)
                        .invoke(after -> guard.requireMove(before.state(), after.state()))
                        .chain(after ->
                                store(tx, before, after, change.extensionData().name())));
    }

    /** Retires an asset; where it is deployed the checkin comes first. */
    public Uni<StoredAsset> archive(Tx tx, AssetKey key, IfMatch condition) {
        return lock(tx, key, Verb.DELETE, condition)
                .chain(() -> update(tx, key, AssetChange.only(AssetStatus.RETIRED), condition));
    }

    /** Makes a retired asset available again. */
    public Uni<StoredAsset> unarchive(Tx tx, AssetKey key, IfMatch condition) {
        return lock(tx, key, Verb.PUT, condition)
                .invoke(AssetService::refuseUnarchived)
                .chain(() -> update(tx, key, AssetChange.only(AssetStatus.AVAILABLE), condition));
    }

    /**
     * What the asset was.
     *
     * @param force whether a deployed asset goes too
     */
    public Uni<AssetState> delete(Tx tx, AssetKey key, boolean force, IfMatch condition) {
        return lock(tx, key, Verb.DELETE, condition)
                .map(StoredAsset::state)
                .invoke(before -> refuseDeployed(before, force))
                .call(before -> repository.delete(tx, List.of(before.assetId())))
                .call(before -> record.deleted(tx, before));
    }

    /** Holds an asset that the caller may do this to until the transaction ends. */
    Uni<StoredAsset> lock(Tx tx, AssetKey key, Verb verb, IfMatch condition) {
        return repository
                .lock(tx, key)
                .onItem()
                .ifNull()
                .failWith(() -> AssetRefusals.notFound(key))
                .invoke(before -> guard.require(verb, before.state(), key))
                .invoke(before -> condition.require(before.state().version()));
    }

    private Uni<StoredAsset> insert(Tx tx, StoredAsset draft) {
        return repository
                .insert(tx, draft.state())
                .onItem()
                .ifNull()
                .failWith(AssetRefusals::limitReached)
                .map(number -> new StoredAsset(AssetStates.numbered(draft.state(), number), draft.names()));
    }

    private Uni<StoredAsset> draft(Tx tx, StoredAsset before, AssetChange change) {
        if (!change.namesReferences()) {
            return Uni.createFrom().item(drafts.next(before, change, AssetDrafts.same(before)));
        }
        return references.resolve(tx, change, before.state()).map(found -> drafts.next(before, change, found));
    }

    private Uni<StoredAsset> store(Tx tx, StoredAsset before, StoredAsset after, String fieldsMember) {
        if (Changes.between(before.state(), after.state()).isEmpty()) {
            return Uni.createFrom().item(before);
        }
        AssetDrafts.refuseGuardedMove(before.state(), after.state());
        return checkFields(tx, before.state(), after.state(), fieldsMember)
                .chain(() -> repository.update(tx, after.state()))
                .call(() -> record.updated(tx, before.state(), after.state()))
                .replaceWith(after);
    }

    /** Definitions bind whoever writes the fields; an asset from before them can still be changed otherwise. */
    private Uni<Void> checkFields(Tx tx, AssetState before, AssetState after, String member) {
        return before.extensionData().equals(after.extensionData())
                ? Uni.createFrom().voidItem()
                : fields.check(tx, member, after.extensionData());
    }

    private static void refuseUnarchived(StoredAsset asset) {
        AssetStatus status = AssetStatus.of(asset.state().status());
        if (status != AssetStatus.RETIRED && status != AssetStatus.AVAILABLE) {
            throw AssetRefusals.notArchived(status.wire());
        }
    }

    static void refuseDeployed(AssetState asset, boolean force) {
        if (!force && asset.status().equals(AssetStatus.DEPLOYED.wire())) {
            throw AssetRefusals.deployed();
        }
    }
}
