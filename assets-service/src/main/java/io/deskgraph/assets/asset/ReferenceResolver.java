package io.deskgraph.assets.asset;

import io.deskgraph.assets.database.Databases;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Member;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Turns what a request names into look-ups that exist, or refuses the request. */
@Singleton
class ReferenceResolver {

    private final ReferenceRepository repository;
    private final Databases databases;

    ReferenceResolver(ReferenceRepository repository, Databases databases) {
        this.repository = repository;
        this.databases = databases;
    }

    Uni<References> resolve(Tx tx, AssetChange change, AssetState before) {
        String database = change.databaseId().or(before.databaseId());
        return repository
                .find(
                        tx,
                        key(change.category(), ReferenceKey.of(before.categoryId())),
                        key(change.location(), ReferenceKey.of(before.locationId())),
                        change.clientId().over(before.clientId()),
                        database)
                .invoke(found -> refuseUnknown(change, found))
                .call(found -> haveDatabase(tx, database, found));
    }

    private static @Nullable ReferenceKey key(Member<ReferenceKey> asked, @Nullable ReferenceKey present) {
        return asked.over(present);
    }

    private static void refuseUnknown(AssetChange change, References found) {
        if (change.category().hasValue() && found.category() == null) {
            throw AssetRefusals.unknown(change.category().name());
        }
        if (change.location().hasValue() && found.location() == null) {
            throw AssetRefusals.unknown(change.location().name());
        }
    }

    private Uni<Void> haveDatabase(Tx tx, String database, References found) {
        if (found.databaseExists()) {
            return Uni.createFrom().voidItem();
        }
        if (database.equals(Databases.DEFAULT)) {
            return databases.createDefault(tx);
        }
        throw AssetRefusals.unknown("database_id");
    }
}
