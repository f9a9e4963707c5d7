package io.deskgraph.links.access;

import io.deskgraph.kit.policy.AssetAttributes;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;

/**
 * What links show of an asset, and what rules about assets ask for.
 *
 * @param tag what the asset is called inside its database
 */
public record AssetCard(
        UUID id, String databaseId, String tag, String name, String assetType, String status, List<String> tags) {

    /** The columns of an asset copy, each under its own name with the prefix. */
    public static String columns(String alias, String prefix) {
        return """
                %1$s.asset_id AS %2$sasset_id, %1$s.database_id AS %2$sdatabase_id, %1$s.asset_tag AS %2$sasset_tag,
                %1$s.name AS %2$sname, %1$s.asset_type AS %2$sasset_type, %1$s.status AS %2$sstatus,
                %1$s.tags AS %2$stags""".formatted(alias, prefix);
    }

    public static AssetCard of(Row row, String prefix) {
        return new AssetCard(
                row.getUUID(prefix + "asset_id"),
                row.getString(prefix + "database_id"),
                row.getString(prefix + "asset_tag"),
                row.getString(prefix + "name"),
                row.getString(prefix + "asset_type"),
                row.getString(prefix + "status"),
                List.of(row.getArrayOfStrings(prefix + "tags")));
    }

    AssetAttributes attributes() {
        return new AssetAttributes(id, tag, databaseId, name, assetType, tags);
    }
}
