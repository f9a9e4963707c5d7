package io.deskgraph.contracts.event;

import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between two states of one aggregate, in wire names. */
public final class Changes {

    private static final Set<String> BOOKKEEPING = Set.of("version", "updatedAt", "updatedBy");

    private Changes() {}

    /**
     * The differing members, in the order of the record. Version, time and author of the update never count: an empty
     * answer means that nothing happened, so that neither a new version nor an event is due.
     */
    public static <S extends Record> Map<String, Change> between(S before, S after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (RecordComponent component : after.getClass().getRecordComponents()) {
            Object old = value(component, before);
            Object now = value(component, after);
            if (!BOOKKEEPING.contains(component.getName()) && !Objects.equals(old, now)) {
                changes.put(wireName(component.getName()), new Change(old, now));
            }
        }
        return Collections.unmodifiableMap(changes);
    }

    private static @Nullable Object value(RecordComponent component, Record state) {
        try {
            return component.getAccessor().invoke(state);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Unreadable state: " + component, e);
        }
    }

    private static String wireName(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
