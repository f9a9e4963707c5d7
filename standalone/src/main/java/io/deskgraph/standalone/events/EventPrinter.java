package io.deskgraph.standalone.events;

import io.deskgraph.contracts.Headers;
import io.deskgraph.standalone.suite.Credentials;
import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;

/** Two lines for each event: where it comes from and who did what, then the payload. */
public final class EventPrinter {
    private final Map<String, String> slugs;
    private final PrintStream out;

    public EventPrinter(Credentials credentials, PrintStream out) {
        this.slugs = credentials.tenants().stream()
                .collect(Collectors.toMap(tenant -> tenant.tenantId().toString(), Credentials.Tenant::slug));
        this.out = out;
    }

    public void print(Event event) {
        out.println(headline(event));
        out.println("    " + event.value());
        out.flush();
    }

    private String headline(Event event) {
        String tenant = slugs.getOrDefault(event.tenantId(), event.tenantId());
        return event.header(Headers.TIME) + "  " + event.topic() + "/" + event.partition() + "@" + event.offset() + "  "
                + event.type() + "  " + tenant + "  " + event.header(Headers.SUBJECT) + " v"
                + event.header(Headers.AGGREGATE_VERSION) + "  by " + event.header(Headers.ACTOR_TYPE) + " "
                + event.header(Headers.ACTOR_ID) + "  id " + event.header(Headers.ID);
    }
}
