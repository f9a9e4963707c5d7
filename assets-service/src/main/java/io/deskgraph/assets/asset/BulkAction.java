package io.deskgraph.assets.asset;

import io.deskgraph.kit.http.Member;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to many assets.
 *
 * @param change for the kinds that set something; empty for the others
 */
public record BulkAction(Kind kind, AssetChange change) {

    /** The kinds of action. */
    public enum Kind {
        SET_STATUS,
        SET_LOCATION,
        SET_CATEGORY,
        CHECKIN,
        DELETE
    }

    private static final String VALUE = "value";

    public static BulkAction status(AssetStatus status) {
        return setting(Kind.SET_STATUS, value(status.wire()), AssetChange.absent(VALUE), AssetChange.absent(VALUE));
    }

    /** @param location null takes the location away */
    public static BulkAction location(@Nullable ReferenceKey location) {
        return setting(Kind.SET_LOCATION, AssetChange.absent(VALUE), value(location), AssetChange.absent(VALUE));
    }

    /** @param category null takes the category away */
    public static BulkAction category(@Nullable ReferenceKey category) {
        return setting(Kind.SET_CATEGORY, AssetChange.absent(VALUE), AssetChange.absent(VALUE), value(category));
    }

    /** @param kind one that needs no value */
    public static BulkAction of(Kind kind) {
        return setting(kind, AssetChange.absent(VALUE), AssetChange.absent(VALUE), AssetChange.absent(VALUE));
    }

    private static BulkAction setting(
            Kind kind, Member<String> status, Member<ReferenceKey> location, Member<ReferenceKey> category) {
        return new BulkAction(kind, AssetChange.only(status, location, category));
    }

    private static <T> Member<T> value(@Nullable T value) {
        return new Member<>(VALUE, true, value);
    }
}
