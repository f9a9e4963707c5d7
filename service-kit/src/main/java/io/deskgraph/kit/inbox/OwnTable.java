package io.deskgraph.kit.inbox;

import io.deskgraph.contracts.EventTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows this service tells of: the version of an event is that of the row after the change.
 *
 * @param prefix how the subjects of its events begin; the rest is the key
 * @param key a column, which tells the rows of a tenant apart
 * @param keyType as SQL has it
 * @param departure SQL that keeps the last version ($3) of a key ($2) which may come again, where keys do
 */
public record OwnTable(
        String topic,
        String name,
        String prefix,
        String key,
        String keyType,
        Types types,
        @Nullable String departure) {

    private static final Types REFERENCE = new Types(
            EventTypes.REFERENCE_CHANGED,
            EventTypes.REFERENCE_CHANGED,
            EventTypes.REFERENCE_CHANGED,
            EventTypes.REFERENCE_CHANGED,
            List.of());

    /**
     * The types of its events.
     *
     * @param all how each of them begins
     * @param updated the same as {@code created} where nothing is told of what differs
     * @param remains members that a deletion carries of what is gone
     */
    public record Types(String all, String created, String updated, String deleted, List<String> remains) {}

    /** Rows whose key is an id, and the subject of their events. */
    public static OwnTable of(String topic, String name, String key, Types types) {
        return new OwnTable(topic, name, "", key, "uuid", types, null);
    }

    public static OwnTable reference(String topic, String kind, String name) {
        return new OwnTable(topic, name, kind + ":", "id", "uuid", REFERENCE, null);
    }

    /** Look-ups whose key is a name, which may be used again. */
    public static OwnTable named(String topic, String kind, String name, String departure) {
        return new OwnTable(topic, name, kind + ":", "id", "text", REFERENCE, departure);
    }

    boolean has(String type, String subject) {
        return type.startsWith(types.all()) && subject.startsWith(prefix);
    }

    String keyOf(String subject) {
        return subject.substring(prefix.length());
    }

    String versions() {
        return "SELECT " + key + "::text AS key, version FROM " + name + " WHERE tenant_id = $1 AND " + key
                + " = ANY ($2::text[]::" + keyType + "[])";
    }

    String lock() {
        return "SELECT version FROM " + name + where() + " FOR UPDATE";
    }

    String advance() {
        return "UPDATE " + name + " SET version = $3::bigint" + where();
    }

    private String where() {
        return " WHERE tenant_id = $1 AND " + key + " = $2::text::" + keyType;
    }
}
