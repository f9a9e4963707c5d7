package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.events.Event;
import io.deskgraph.standalone.events.EventTail;
import io.deskgraph.standalone.suite.LaunchException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Suite.Extension.class)
class CrashIT {
    private static final int TICKETS = 50;
    private static final int ASSETS = 40;
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Suite suite;
    private final AtomicInteger settled = new AtomicInteger();

    CrashIT(Suite suite) {
        this.suite = suite;
    }

    @Test
    void whatWasAcknowledgedSurvivesCrashesAndItsEventIsThereOnceInEffect() {
        Desk desk = new Desk(suite.client("globex", "admin"), Desk.unique());
        List<String> tickets =
                IntStream.range(0, TICKETS).mapToObj(i -> desk.ticket()).toList();
        Set<String> assets =
                IntStream.range(0, ASSETS).mapToObj(i -> desk.asset()).collect(Collectors.toSet());
        int links = TICKETS * ASSETS;

        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        assets.forEach(asset -> tickets.forEach(ticket -> clients.execute(() -> link(desk, asset, ticket))));
        awaitSettled(links / 4);
        suite.kill9("links-service");
        suite.restart("links-service");
        awaitSettled(links / 2);
        suite.kill9("kafka");
        awaitSettled(links * 3 / 4);
        suite.restart("kafka");
        awaitSettled(links);
        clients.shutdown();

        for (String asset : assets) {
            assertEquals(Set.copyOf(tickets), stored(desk, asset), "links of asset " + asset);
        }
        assertOneEffectEach(assets, links);
    }

    /** As a client would: again until it is made, or said to be there from an attempt whose answer was lost. */
    private void link(Desk desk, String asset, String ticket) {
        if (Deadline.in(PATIENCE).await(() -> isMade(desk, asset, ticket))) {
            settled.incrementAndGet();
        }
    }

    private static boolean isMade(Desk desk, String asset, String ticket) {
        try {
            int status = desk.link(asset, ticket).status();
            return status == 201 || status == 409;
        } catch (LaunchException cut) {
            return false;
        }
    }

    private void awaitSettled(int number) {
        assertTrue(
                Deadline.in(PATIENCE).await(() -> settled.get() >= number),
                () -> "only " + settled.get() + " of " + number + " were acknowledged");
    }

    private static Set<String> stored(Desk desk, String asset) {
        Set<String> tickets = new HashSet<>();
        for (JsonNode row :
                desk.client().get("/api/v1/assets/" + asset + "/tickets").data()) {
            tickets.add(row.path("ticket_id").asText());
        }
        return tickets;
    }

    /** As a subscriber that starts late sees it: version 1 of each link, repeats under the same id set aside. */
    private void assertOneEffectEach(Set<String> assets, int expected) {
        Map<String, Set<String>> events = new HashMap<>();
        Deadline deadline = Deadline.in(Duration.ofMinutes(1));
        try (EventTail tail = EventTail.of(suite.credentials().kafka(), List.of(Topics.LINKS), true)) {
            while (events.size() < expected && !deadline.isOver()) {
                for (Event event : tail.poll(Duration.ofMillis(200))) {
                    if (assets.contains(event.json().at("/after/asset_id").asText())) {
                        assertEquals(EventTypes.TICKET_ASSET_LINKED, event.type());
                        assertEquals("1", event.header(Headers.AGGREGATE_VERSION));
                        events.computeIfAbsent(event.header(Headers.SUBJECT), first -> new HashSet<>())
                                .add(event.header(Headers.ID));
                    }
                }
            }
        }
        assertEquals(expected, events.size(), "one for each stored link, and none of any other");
        events.forEach((link, ids) -> assertEquals(1, ids.size(), "one event for link " + link));
    }
}
