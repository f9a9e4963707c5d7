package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.events.Event;
import io.deskgraph.standalone.events.EventTail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Suite.Extension.class)
class LinkVisibilityIT {
    private static final int TICKETS = 50;
    private static final int ASSETS = 20;

    private final Suite suite;

    LinkVisibilityIT(Suite suite) {
        this.suite = suite;
    }

    /** 1,000 links; the time from the event's being written to its arrival at a subscriber is printed, not asserted. */
    @Test
    void aLinkIsSeenFromBothSidesInTheVeryNextRequestAndSoonOnKafka() {
        Desk desk = new Desk(suite.client("acme", "admin"), Desk.unique());
        List<String> tickets =
                IntStream.range(0, TICKETS).mapToObj(i -> desk.ticket()).toList();
        List<String> assets =
                IntStream.range(0, ASSETS).mapToObj(i -> desk.asset()).toList();
        int links = TICKETS * ASSETS;
        try (EventTail tail = EventTail.of(suite.credentials().kafka(), List.of(Topics.LINKS), false)) {
            CompletableFuture<List<Long>> latencies = CompletableFuture.supplyAsync(() -> arrivals(tail, links));

            for (String asset : assets) {
                for (String ticket : tickets) {
                    assertEquals(201, desk.link(asset, ticket).status());
                    assertTrue(names(desk, "/api/v1/assets/" + asset + "/tickets", "ticket_id", ticket));
                    assertTrue(names(desk, "/api/v1/tickets/" + ticket + "/assets", "asset_id", asset));
                }
            }

            report(latencies.join(), links);
        }
    }

    private static boolean names(Desk desk, String path, String member, String value) {
        for (JsonNode row : desk.client().get(path).data()) {
            if (row.path(member).asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static List<Long> arrivals(EventTail tail, int expected) {
        Deadline deadline = Deadline.in(Duration.ofMinutes(5));
        List<Long> micros = new ArrayList<>();
        while (micros.size() < expected && !deadline.isOver()) {
            for (Event event : tail.poll(Duration.ofMillis(100))) {
                Instant written = Instant.parse(event.header(Headers.TIME));
                micros.add(
                        Duration.between(written, Clock.systemUTC().instant()).toNanos() / 1000);
            }
        }
        return micros;
    }

    private static void report(List<Long> micros, int expected) {
        assertEquals(expected, micros.size(), "one event for each link");
        List<Long> sorted = micros.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "link events written to received: p50 %.1f ms, p99 %.1f ms of %d%n",
                sorted.get(expected / 2) / 1000.0,
                sorted.get(expected * 99 / 100) / 1000.0,
                expected);
    }
}
