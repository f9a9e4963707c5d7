package io.deskgraph.assets.asset;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.problem.Problem;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a path names an asset. A tag is never mistaken for either form: it may not be a UUID, and paths here take no tags. */
public record AssetKey(String column, Object value) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    public static AssetKey of(UUID id) {
        return new AssetKey("id", id);
    }

    /** @throws Problem 400 unless it is a UUID */
    public static AssetKey uuid(String text) {
        return of(Ids.parse("asset", text));
    }

    /** @throws Problem 400 unless it is a number or a UUID */
    public static AssetKey numberOrUuid(String text) {
        return NUMBER.matcher(text).matches() ? new AssetKey("number", Long.valueOf(text)) : uuid(text);
    }
}
