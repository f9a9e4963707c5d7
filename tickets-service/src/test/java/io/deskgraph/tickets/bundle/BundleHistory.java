package io.deskgraph.tickets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant's bundles as their events tell them, all that were published. */
final class BundleHistory {

    private static final List<String> HANDED_DOWN = List.of("status_id", "priority_id", "assigned_to");

    private final UUID tenant;
    private final Map<String, List<PublishedEvent>> tickets;
    private final Map<String, List<PublishedEvent>> bundles;
    private final Map<String, PublishedEvent> byId;

    private BundleHistory(UUID tenant, List<PublishedEvent> tickets, List<PublishedEvent> bundles) {
        this.tenant = tenant;
        this.tickets = bySubject(tickets);
        this.bundles = bySubject(bundles);
        byId = tickets.stream().collect(Collectors.toMap(PublishedEvent::id, Function.identity()));
    }

    /** As soon as the events have come up to the tables. */
    static BundleHistory complete(UUID tenant) {
        Map<String, Long> ticketVersions =
                versions("SELECT id || ' ' || version FROM tickets WHERE tenant_id = ?", tenant);
        Map<String, Long> bundleVersions =
                versions("SELECT bundle_id || ' ' || version FROM ticket_bundle_settings WHERE tenant_id = ?", tenant);
        return new BundleHistory(
                tenant,
                Events.await(Topics.TICKETS, tenant, found -> cameUpTo(ticketVersions, found)),
                Events.await(Topics.BUNDLES, tenant, found -> cameUpTo(bundleVersions, found)));
    }

    /** One event for each version, none twice, and the last one is the row. */
    void tellsWhatTheTablesHold() {
        Stream.of(tickets, bundles).flatMap(all -> all.values().stream()).forEach(BundleHistory::hasNoGap);
        assertEquals(
                rows("SELECT id || ' ' || concat_ws(',', coalesce(master_ticket_id::text, 'null'), status_id,"
                        + " priority_id, coalesce(assigned_to::text, 'null')) FROM tickets WHERE tenant_id = ?"),
                last(
                        tickets,
                        after -> String.join(
                                ",",
                                after.path("master_ticket_id").asText(),
                                after.path("status_id").asText(),
                                after.path("priority_id").asText(),
                                after.path("assigned_to").asText())));
        assertEquals(
                rows("SELECT b.bundle_id || ' ' || concat_ws(',', b.master_ticket_id, b.mode, b.reopen_on_child_reply,"
                        + " (SELECT string_agg(t.id::text, ',' ORDER BY t.id) FROM tickets t"
                        + " WHERE t.tenant_id = b.tenant_id AND t.master_ticket_id = b.master_ticket_id))"
                        + " FROM ticket_bundle_settings b WHERE b.tenant_id = ?"),
                last(bundles, BundleHistory::bundle));
    }

    /** What a master's change has caused on another ticket is on a child of it then, and the same as on the master. */
    void whatWasHandedDownIsTheMasters() {
        all().filter(event -> cause(event) != null && !saysSomething(cause(event)))
                .forEach(event -> {
                    PublishedEvent cause = cause(event);
                    assertEquals(cause.subject(), after(event, "master_ticket_id"), event::toString);
                    Stream.of("priority_id", "assigned_to")
                            .filter(field -> changes(event, field))
                            .forEach(field -> assertEquals(after(cause, field), after(event, field), event::toString));
                });
    }

    /** For bundles that were never anything but followed: nobody but the master decides on its children. */
    void nothingWasDecidedOnChildren() {
        all().filter(event -> after(event, "master_ticket_id") != null)
                .filter(event -> HANDED_DOWN.stream().anyMatch(field -> changes(event, field)))
                .forEach(event -> assertTrue(
                        cause(event) != null && cause(event).subject().equals(after(event, "master_ticket_id")),
                        event::toString));
    }

    /** For bundles that were never anything but followed: whoever was a child when its master changed has the same. */
    void everyChildGotWhatTheMasterDecided() {
        long followed = all().filter(event -> after(event, "master_ticket_id") == null)
                .filter(event -> changes(event, "priority_id") || changes(event, "assigned_to"))
                .mapToLong(this::followers)
                .sum();
        assertTrue(followed > 0, "no decision reached a child");
    }

    private long followers(PublishedEvent decision) {
        return tickets.values().stream()
                .filter(ticket -> follows(ticket, decision))
                .count();
    }

    /** Whether the ticket was a child of the one decided on just before and after; then it has to be like it. */
    private static boolean follows(List<PublishedEvent> ticket, PublishedEvent decision) {
        Instant when = at(decision);
        PublishedEvent before = lastOf(ticket, event -> at(event).isBefore(when));
        PublishedEvent then = lastOf(ticket, event -> !at(event).isAfter(when));
        boolean told = ticket.stream().filter(event -> at(event).equals(when)).count() <= 1;
        if (!told || !isChildOf(before, decision.subject()) || !isChildOf(then, decision.subject())) {
            return false;
        }
        Stream.of("priority_id", "assigned_to")
                .filter(field -> changes(decision, field))
                .forEach(field -> assertEquals(
                        after(decision, field), after(then, field), () -> decision + " did not reach " + then));
        return true;
    }

    private static @Nullable PublishedEvent lastOf(List<PublishedEvent> history, Predicate<PublishedEvent> which) {
        return history.stream().filter(which).reduce((earlier, later) -> later).orElse(null);
    }

    private static boolean isChildOf(@Nullable PublishedEvent event, String master) {
        return event != null && master.equals(after(event, "master_ticket_id"));
    }

    private Stream<PublishedEvent> all() {
        return tickets.values().stream()
                .flatMap(List::stream)
                .filter(event -> !event.payload().path("after").isNull());
    }

    private @Nullable PublishedEvent cause(PublishedEvent event) {
        return byId.get(event.headers().getOrDefault(Headers.CAUSATION_ID, ""));
    }

    private static boolean saysSomething(PublishedEvent event) {
        return event.type().equals(EventTypes.TICKET_COMMENT_ADDED);
    }

    private static boolean changes(PublishedEvent event, String field) {
        return event.payload().path("changed").has(field);
    }

    private static @Nullable String after(PublishedEvent event, String field) {
        return event.payload().path("after").path(field).textValue();
    }

    /** To the millisecond; taken while the ticket and its master are locked. */
    private static Instant at(PublishedEvent event) {
        String at = after(event, "updated_at");
        return Instant.parse(at == null ? event.headers().get(Headers.TIME) : at)
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static String bundle(JsonNode after) {
        List<String> members = new ArrayList<>();
        members.add(after.path("master_ticket_id").textValue());
        members.add(after.path("mode").textValue());
        members.add(after.path("reopen_on_child_reply").booleanValue() ? "t" : "f");
        after.path("child_ticket_ids").forEach(child -> members.add(child.textValue()));
        return String.join(",", members);
    }

    private static Map<String, String> last(
            Map<String, List<PublishedEvent>> histories, Function<JsonNode, String> view) {
        Map<String, String> last = new TreeMap<>();
        histories.forEach((subject, history) -> {
            JsonNode after = history.get(history.size() - 1).payload().path("after");
            if (!after.isNull()) {
                last.put(subject, view.apply(after));
            }
        });
        return last;
    }

    private Map<String, String> rows(String sql) {
        return Database.texts(sql, tenant).stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> row[1], (one, other) -> one, TreeMap::new));
    }

    private static Map<String, Long> versions(String sql, UUID tenant) {
        Map<String, Long> versions = new HashMap<>();
        Database.texts(sql, tenant).forEach(row -> versions.put(row.split(" ")[0], Long.valueOf(row.split(" ")[1])));
        return versions;
    }

    private static boolean cameUpTo(Map<String, Long> versions, List<PublishedEvent> events) {
        Map<String, Long> last = new HashMap<>();
        events.forEach(event -> last.merge(event.subject(), event.version(), Math::max));
        return versions.entrySet().stream().allMatch(row -> row.getValue().equals(last.get(row.getKey())));
    }

    /** Look-ups are on the same topic, under kind and id. */
    private static Map<String, List<PublishedEvent>> bySubject(List<PublishedEvent> events) {
        return events.stream()
                .filter(event -> !event.subject().contains(":"))
                .collect(Collectors.groupingBy(PublishedEvent::subject));
    }

    private static void hasNoGap(List<PublishedEvent> history) {
        assertEquals(
                LongStream.rangeClosed(1, history.size()).boxed().toList(),
                history.stream().map(PublishedEvent::version).toList(),
                () -> history.get(0).subject());
    }
}
