package io.deskgraph.contracts.event;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A look-up that tickets or assets refer to. The subject of its events is {@code <kind>:<id>}, because ids of two kinds
 * may be the same.
 *
 * @param attributes the other members, in the names that the API uses
 */
public record ReferenceState(
        String kind, String id, String name, Map<String, @Nullable Object> attributes, long version) {

    public static final String BOARD = "board";
    public static final String STATUS = "status";
    public static final String PRIORITY = "priority";
    public static final String CLIENT = "client";
    public static final String CLIENT_LOCATION = "client_location";
    public static final String CONTACT = "contact";
    public static final String PRODUCT = "product";
    public static final String TAG = "tag";
    public static final String CATEGORY = "category";
    public static final String LOCATION = "location";
    public static final String EMPLOYEE = "employee";
    public static final String DATABASE = "database";
    public static final String CUSTOM_FIELD = "custom_field";

    /** What differs: the name and single attributes. Nothing for two states that only differ in their version. */
    public Map<String, Change> changedSince(ReferenceState before) {
        Map<String, Change> changes = new LinkedHashMap<>();
        if (!name.equals(before.name)) {
            changes.put("name", new Change(before.name, name));
        }
        attributes.forEach((member, value) -> {
            if (!Objects.equals(before.attributes.get(member), value)) {
                changes.put(member, new Change(before.attributes.get(member), value));
            }
        });
        return changes;
    }

    /** This look-up was created or is now so. */
    public Fact written(String topic, Map<String, Change> changed) {
        return fact(topic, kind, id, version, new EventPayload<>(this, changed));
    }

    /** A look-up is gone; the version is one more than its last. */
    public static Fact deleted(String topic, String kind, String id, long version) {
        return fact(topic, kind, id, version, EventPayload.deleted());
    }

    private static Fact fact(String topic, String kind, String id, long version, EventPayload<ReferenceState> payload) {
        return Fact.of(topic, EventTypes.REFERENCE_CHANGED, kind + ":" + id, version, payload);
    }
}
