package io.deskgraph.assets.asset;

import io.deskgraph.kit.http.Cursor;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sort and its direction; the id breaks ties the same way. Rows without a value come last, or first descending. */
public record AssetOrder(AssetSort sort, boolean descending) {

    String sql() {
        return descending ? sort.column() + " DESC, a.id DESC" : sort.column() + ", a.id";
    }

    /** The same over {@code key} and {@code id}. */
    String sqlOfKey() {
        return descending ? "key DESC, id DESC" : "key, id";
    }

    /** Lets a list go on behind the row the cursor was made of. */
    void continueAfter(String cursorText, AssetCriteria criteria) {
        Cursor cursor = Cursor.decode(cursorText, name(), 2);
        String id = criteria.argument(cursor.uuid(1));
        String key = cursor.text(0);
        criteria.startBehind(key == null ? afterNothing(id) : afterValue(criteria.argument(parse(sort, key)), id));
    }

    Cursor cursorAt(StoredAsset last) {
        return Cursor.after(name(), sort.valueOf(last), last.state().assetId());
    }

    /** A column that has a value in each row is compared alone: only then can the index start at the key. */
    private String afterValue(String key, String id) {
        String further = "(%s, a.id) %s (%s, %s)".formatted(sort.column(), descending ? "<" : ">", key, id);
        return descending || sort.isFilled() ? further : "(" + further + " OR " + sort.column() + " IS NULL)";
    }

    private String afterNothing(String id) {
        return descending
                ? "(%1$s IS NULL AND a.id < %2$s OR %1$s IS NOT NULL)".formatted(sort.column(), id)
                : "(%1$s IS NULL AND a.id > %2$s)".formatted(sort.column(), id);
    }

    static Object parse(AssetSort sort, String key) {
        try {
            return sort.parse(key);
        } catch (IllegalArgumentException | DateTimeException invalid) {
            throw Problem.invalid("Query validation failed", List.of(Detail.of("cursor", "Invalid cursor")));
        }
    }

    private String name() {
        return sort.name() + (descending ? "-" : "+");
    }

    /** @param order {@code asc} or {@code desc}; null means ascending */
    public static AssetOrder of(AssetSort sort, @Nullable Boolean descending) {
        return new AssetOrder(sort, Boolean.TRUE.equals(descending));
    }
}
