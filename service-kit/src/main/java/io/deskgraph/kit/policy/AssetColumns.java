package io.deskgraph.kit.policy;

/** Where a query has what constraints ask of an asset: SQL expressions, never anything that a client sent. */
public record AssetColumns(String id, String assetTag, String databaseId, String name, String assetType, String tags) {

    /** The columns' usual names under an alias. */
    public static AssetColumns of(String alias, String id) {
        return new AssetColumns(
                alias + "." + id,
                alias + ".asset_tag",
                alias + ".database_id",
                alias + ".name",
                alias + ".asset_type",
                alias + ".tags");
    }
}
