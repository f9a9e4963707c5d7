package io.deskgraph.assets.importing;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the tenant's custom fields. */
@Singleton
class FieldDefinitions {

    private static final String ALL =
            "SELECT name, type, options, required FROM custom_fields WHERE tenant_id = $1 ORDER BY name";

    Uni<List<FieldDefinition>> all(Tx tx) {
        return tx.sql(ALL, tx.tenant()).map(found -> StreamSupport.stream(found.spliterator(), false)
                .map(FieldDefinitions::definition)
                .toList());
    }

    private static FieldDefinition definition(Row row) {
        String[] options = row.getArrayOfStrings("options");
        return new FieldDefinition(
                row.getString("name"),
                row.getString("type"),
                options == null ? List.of() : List.of(options),
                row.getBoolean("required"));
    }
}
