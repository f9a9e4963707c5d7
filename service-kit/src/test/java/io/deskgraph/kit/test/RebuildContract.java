package io.deskgraph.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.deskgraph.kit.inbox.Rebuild;
import io.quarkus.arc.Arc;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Copies that were changed, lost or made up are as they were once they have been rebuilt. Subclass it as a
 * {@code @QuarkusTest}.
 */
public abstract class RebuildContract {

    private final Map<String, Runnable> awaited = new LinkedHashMap<>();
    private final Set<String> topics = new LinkedHashSet<>();

    /** A fresh one. */
    protected abstract UUID tenant();

    /** {@link #tell Tells} things by which each of the copies has a row at least. */
    protected abstract void history();

    /** The tables with copies. */
    protected abstract List<String> copies();

    /** Statements with the tenant as their parameter; together they spoil each of the copies. */
    protected abstract List<String> harm();

    /** Tables that have to do with copies and are none: a rebuild leaves them as they are. */
    protected List<String> bystanders() {
        return List.of();
    }

    @Test
    void whateverHappenedToThemTheyAreAsTheyWere() {
        // Given
        history();
        awaited.values().forEach(Runnable::run);
        Map<String, List<String>> before = dump(copies());
        Map<String, List<String>> beside = dump(bystanders());

        // When
        harm().forEach(sql -> assertNotEquals(0, Database.execute(sql, tenant()), sql));
        dump(copies()).forEach((table, rows) -> assertNotEquals(before.get(table), rows, table + " is spoilt"));
        Rebuild rebuild = Arc.container().instance(Rebuild.class).get();
        topics.forEach(topic -> assertEquals(topic, rebuild.run(topic).topic()));

        // Then
        assertEquals(before, dump(copies()));
        assertEquals(beside, dump(bystanders()));
    }

    /** Publishes it; what it does is awaited, and its topic rebuilt. */
    protected final void tell(String topic, String type, Object subject, long version, String payload) {
        Events.publish(topic, type, tenant(), subject.toString(), version, payload);
        told(topic, subject, version);
    }

    /** It was published. */
    protected final void told(String topic, Object subject, long version) {
        topics.add(topic);
        awaited.put(topic + subject, () -> applied(topic, subject.toString(), version));
    }

    private void applied(String topic, String subject, long version) {
        String sql = "SELECT version FROM inbox WHERE tenant_id = ? AND topic = ? AND subject = ?";
        List<String> expected = List.of(Long.toString(version));
        Eventually.until(subject + " applied", () -> Database.texts(sql, tenant(), topic, subject)
                .equals(expected));
    }

    private Map<String, List<String>> dump(List<String> tables) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String table : tables) {
            String sql = "SELECT t::text FROM " + table + " t WHERE tenant_id = ? ORDER BY 1";
            rows.put(table, Database.texts(sql, tenant()));
        }
        return rows;
    }
}
