package io.deskgraph.assets.asset;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.problem.Problem;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a path names an asset: by its number or UUID, or, within a database, by its tag or UUID. A tag is never a UUID.
 *
 * @param database where the asset has to be; null for anywhere
 */
public record AssetKey(
        String column, Object value, @Nullable String database) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    public static AssetKey of(UUID id) {
        return new AssetKey("id", id, null);
    }

    /** @throws Problem 400 unless it is a UUID */
    public static AssetKey uuid(String text) {
        return of(Ids.parse("asset", text));
    }

    /** @throws Problem 400 unless it is a number or a UUID */
    public static AssetKey numberOrUuid(String text) {
        return NUMBER.matcher(text).matches() ? new AssetKey("number", Long.valueOf(text), null) : uuid(text);
    }

    public static AssetKey in(String database, String tagOrUuid) {
        return Ids.isUuid(tagOrUuid)
                ? new AssetKey("id", UUID.fromString(tagOrUuid), database)
                : new AssetKey("asset_tag", tagOrUuid, database);
    }

    static AssetKey tagged(String database, String tag) {
        return new AssetKey("asset_tag", tag, database);
    }

    String condition() {
        String named = "a.tenant_id = $1 AND a." + column + " = $2";
        return database == null ? named : named + " AND a.database_id = $3";
    }

    Object[] arguments(UUID tenant) {
        return database == null ? new Object[] {tenant, value} : new Object[] {tenant, value, database};
    }

    static List<Long> numbers(List<AssetKey> keys) {
        return keys.stream()
                .map(AssetKey::value)
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .toList();
    }

    static List<UUID> ids(List<AssetKey> keys) {
        return keys.stream()
                .map(AssetKey::value)
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .toList();
    }
}
