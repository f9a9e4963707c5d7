package io.deskgraph.assets.field;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the values that an asset is to have against the tenant's definitions. */
@Singleton
public class CustomFields {

    private static final String DEFINITIONS = """
            SELECT f.name, f.type, f.options, f.required FROM custom_fields f
            WHERE f.tenant_id = $1 ORDER BY f.name FOR KEY SHARE""";

    /**
     * Throws 400 with a detail for each value that does not fit. A name without a definition may have any value.
     *
     * @param member under which the client sent the values
     * @param values all that the asset would have
     */
    public Uni<Void> check(Tx tx, String member, Map<String, ? extends @Nullable Object> values) {
        return tx.sql(DEFINITIONS, tx.tenant())
                .invoke(definitions -> refuseMisfits(member, values, definitions))
                .replaceWithVoid();
    }

    private static void refuseMisfits(
            String member, Map<String, ? extends @Nullable Object> values, RowSet<Row> definitions) {
        List<Detail> mistakes = new ArrayList<>();
        for (Row definition : definitions) {
            String name = definition.getString("name");
            String mistake = mistake(definition, values.get(name));
            if (mistake != null) {
                mistakes.add(Detail.of(List.of(member, name), mistake));
            }
        }
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("Validation failed", mistakes);
        }
    }

    private static @Nullable String mistake(Row definition, @Nullable Object value) {
        if (value == null) {
            return definition.getBoolean("required") ? "Is required" : null;
        }
        String[] options = definition.getArrayOfStrings("options");
        FieldType type = FieldType.of(definition.getString("type"));
        return type.fits(value, options == null ? List.of() : List.of(options)) ? null : type.message;
    }
}
