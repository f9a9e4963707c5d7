package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Topics;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.kit.test.SpanCollector;
import io.deskgraph.kit.test.SpanCollector.Received;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A trace that a client begins with making a ticket. */
final class OneTrace {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CLIENT = "00f067aa0ba902b7";

    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final SpanCollector spans;

    OneTrace(SpanCollector spans) {
        this.spans = spans;
    }

    String header() {
        return "00-" + id + "-" + CLIENT + "-01";
    }

    /** Each span is there under the one that led to it, and belongs to the process that did it. */
    void assertWhole() {
        String edge = await("gateway", "POST /api/v1/tickets/**", CLIENT);
        String request = await("tickets-service", "POST /api/v1/tickets", edge);
        String unused = await("tickets-service", "transaction", request);
        String sent = await("tickets-service", "send " + Topics.TICKETS, request);
        unused = await("links-service", "apply " + Topics.TICKETS, sent);
        unused = await("assets-service", "apply " + Topics.TICKETS, sent);
    }

    private String await(String service, String name, String parent) {
        boolean there =
                Deadline.in(PATIENCE).await(() -> find(service, name, parent).isPresent());
        List<Received> all = spans.of(id);
        assertTrue(there, () -> "no " + name + " of " + service + " under " + parent + " in " + all);
        return find(service, name, parent).orElseThrow().spanId();
    }

    private Optional<Received> find(String service, String name, String parent) {
        return spans.of(id).stream()
                .filter(span -> span.service().equals(service) && span.name().equals(name))
                .filter(span -> span.parentId().equals(parent))
                .findFirst();
    }
}
