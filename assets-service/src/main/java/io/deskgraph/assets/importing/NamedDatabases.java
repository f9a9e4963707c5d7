package io.deskgraph.assets.importing;

import io.deskgraph.assets.database.Databases;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of the databases that rows name are there; the default one always is. */
@Singleton
class NamedDatabases {

    private static final String FIND = "SELECT id FROM asset_databases WHERE tenant_id = $1 AND id = ANY ($2)";

    private final Databases databases;

    NamedDatabases(Databases databases) {
        this.databases = databases;
    }

    /** @param create whether the default database may be made if it is needed and missing */
    Uni<Set<String>> known(Tx tx, List<ImportRow> rows, boolean create) {
        String[] named =
                rows.stream().map(row -> row.key().databaseId()).distinct().toArray(String[]::new);
        boolean usesDefault = List.of(named).contains(Databases.DEFAULT);
        return tx.sql(FIND, tx.tenant(), named)
                .map(NamedDatabases::ids)
                .call(found -> create && usesDefault && !found.contains(Databases.DEFAULT)
                        ? databases.createDefault(tx)
                        : Uni.createFrom().voidItem())
                .invoke(found -> found.add(Databases.DEFAULT));
    }

    private static Set<String> ids(Iterable<Row> found) {
        Set<String> ids = new HashSet<>();
        found.forEach(row -> ids.add(row.getString("id")));
        return ids;
    }
}
