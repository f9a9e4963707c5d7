package io.deskgraph.assets.asset;

import io.deskgraph.assets.audit.AuditTrail;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Writes assets: each change is checked, stored, put on record and announced in the one transaction it is given. */
@Singleton
public class AssetService {

    private final AssetRepository repository;
    private final ReferenceResolver references;
    private final AuditTrail audit;
    private final AssetFacts facts;
    private final AssetDrafts drafts;

    AssetService(
            AssetRepository repository,
            ReferenceResolver references,
            AuditTrail audit,
            AssetFacts facts,
            AssetDrafts drafts) {
        this.repository = repository;
        this.references = references;
        this.audit = audit;
        this.facts = facts;
        this.drafts = drafts;
    }

    public Uni<StoredAsset> find(AssetKey key) {
        return repository.find(key).onItem().ifNull().failWith(AssetRefusals::notFound);
    }

    public Uni<StoredAsset> create(Tx tx, AssetChange change) {
        AssetChecks.forCreate(change);
        AssetState blank = drafts.blank(tx.tenant(), Ids.next());
        return references
                .resolve(tx, change, blank)
                .map(found -> drafts.first(blank, change, found))
                .chain(draft -> insert(tx, draft))
                .call(created -> audit.created(tx, created.state()))
                .call(created -> facts.created(tx, created.state()));
    }

    /** Changes nothing, not even the version, when the asset is so already. */
    public Uni<StoredAsset> update(Tx tx, AssetKey key, AssetChange change, IfMatch condition) {
        return lock(tx, key, condition)
                .invoke(before -> AssetChecks.forUpdate(change))
                .chain(before -> draft(tx, before, change).chain(after -> store(tx, before, after)));
    }

    /** @param force whether a deployed asset goes too */
    public Uni<Void> delete(Tx tx, AssetKey key, boolean force, IfMatch condition) {
        return lock(tx, key, condition)
                .map(StoredAsset::state)
                .invoke(before -> refuseDeployed(before, force))
                .call(before -> repository.delete(tx, before.assetId()))
                .call(before -> audit.deleted(tx, before))
                .chain(before -> facts.deleted(tx, before));
    }

    private Uni<StoredAsset> lock(Tx tx, AssetKey key, IfMatch condition) {
        return repository
                .lock(tx, key)
                .onItem()
                .ifNull()
                .failWith(AssetRefusals::notFound)
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

    private Uni<StoredAsset> store(Tx tx, StoredAsset before, StoredAsset after) {
        if (Changes.between(before.state(), after.state()).isEmpty()) {
            return Uni.createFrom().item(before);
        }
        AssetDrafts.refuseGuardedMove(before.state(), after.state());
        return repository
                .update(tx, after.state())
                .call(() -> audit.updated(tx, before.state(), after.state()))
                .call(() -> facts.updated(tx, before.state(), after.state()))
                .replaceWith(after);
    }

    private static void refuseDeployed(AssetState asset, boolean force) {
        if (!force && asset.status().equals(AssetStatus.DEPLOYED.wire())) {
            throw AssetRefusals.deployed();
        }
    }
}
