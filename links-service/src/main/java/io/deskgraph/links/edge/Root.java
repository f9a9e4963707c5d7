package io.deskgraph.links.edge;

import io.deskgraph.kit.problem.Problem;
import io.deskgraph.links.access.AssetCard;
import io.deskgraph.links.copy.End;
import io.deskgraph.links.copy.UnknownEnd;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The asset that a query starts from, as the client named it.
 */
public final class Root {

    private static final String BY_ID = "SELECT $2::uuid AS asset_id WHERE $3::text = ''";

    /** Two assets have one tag only until the second of two events has come; the younger news is right. */
    private static final String BY_TAG = """
            SELECT a.asset_id FROM asset_copies a
            WHERE a.tenant_id = $1 AND a.database_id = $2 AND a.asset_tag = $3
            ORDER BY a.updated_at DESC LIMIT 1""";

    private final String id;
    private final List<Object> names;
    private final @Nullable String database;
    private final UnknownEnd unknown;
    private final Problem refusal;

    private Root(String id, List<Object> names, @Nullable String database, UnknownEnd unknown, Problem refusal) {
        this.id = id;
        this.names = names;
        this.database = database;
        this.unknown = unknown;
        this.refusal = refusal;
    }

    /** @param refusal what the client is told when there is no such asset */
    public static Root of(UUID id, Problem refusal) {
        return new Root(BY_ID, List.of(id, ""), null, UnknownEnd.of(End.asset(id), refusal), refusal);
    }

    public static Root of(AssetRef ref, Problem refusal) {
        UUID id = ref.id();
        UnknownEnd unknown = id == null
                ? UnknownEnd.tagged(ref.databaseId(), ref.name(), refusal)
                : UnknownEnd.of(End.asset(id), refusal);
        return id == null
                ? new Root(BY_TAG, List.of(ref.databaseId(), ref.name()), ref.databaseId(), unknown, refusal)
                : new Root(BY_ID, List.of(id, ""), ref.databaseId(), unknown, refusal);
    }

    /** The statement with this root in the place of {@code %ROOT%}. */
    String in(String sql) {
        return sql.replace("%ROOT%", id);
    }

    /** The parameters: the tenant, two that name the root, and whatever the statement has beyond. */
    Object[] arguments(UUID tenant, Object... more) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(tenant);
        arguments.addAll(names);
        arguments.addAll(Arrays.asList(more));
        return arguments.toArray();
    }

    /** The asset from the columns of the first row. */
    AssetCard require(RowSet<Row> rows, String prefix) {
        if (rows.rowCount() == 0) {
            throw unknown;
        }
        return require(AssetCard.of(rows.iterator().next(), prefix));
    }

    AssetCard require(@Nullable AssetCard asset) {
        if (asset == null) {
            throw unknown;
        }
        if (database != null && !asset.databaseId().equals(database)) {
            throw refusal;
        }
        return asset;
    }
}
