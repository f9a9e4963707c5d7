package io.deskgraph.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.standalone.client.GatewayClient;
import io.deskgraph.standalone.suite.Credentials;
import io.deskgraph.standalone.suite.Json;
import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.PrivateFiles;
import io.deskgraph.standalone.suite.Progress;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fills the demo tenants once. A tenant that has data of its own is left alone; one whose seeding was interrupted is
 * finished, and idempotency keys see to it that nothing comes twice.
 */
public final class DemoData {
    private static final List<String> TENANTS = List.of("acme", "globex");
    private static final String STARTED = "started";
    private static final String DONE = "done";

    private final Layout layout;
    private final Credentials credentials;
    private final Progress progress;

    public DemoData(Layout layout, Credentials credentials, Progress progress) {
        this.layout = layout;
        this.credentials = credentials;
        this.progress = progress;
    }

    public void create() {
        Map<String, String> states = load();
        for (String tenant : TENANTS) {
            create(tenant, states);
        }
    }

    private void create(String tenant, Map<String, String> states) {
        Caller caller = new SeedingCaller(GatewayClient.of(credentials, tenant, "admin"));
        String state = states.getOrDefault(tenant, "");
        if (state.equals(DONE) || (state.isEmpty() && hasData(caller))) {
            return;
        }
        mark(states, tenant, STARTED);
        progress.say("demo data", tenant + ": creating");
        try (Crew crew = new Crew()) {
            new TenantSeeder(tenant, caller, crew, progress).create();
        }
        mark(states, tenant, DONE);
    }

    private static boolean hasData(Caller caller) {
        return !caller.get("/api/assets?limit=1").json().isEmpty()
                || !caller.get("/api/v1/tickets?limit=1").data().isEmpty();
    }

    private Map<String, String> load() {
        Map<String, String> states = new TreeMap<>();
        if (Files.exists(layout.seeding())) {
            JsonNode saved = Json.read(layout.seeding(), JsonNode.class);
            saved.fields()
                    .forEachRemaining(
                            entry -> states.put(entry.getKey(), entry.getValue().asText()));
        }
        return states;
    }

    private void mark(Map<String, String> states, String tenant, String state) {
        states.put(tenant, state);
        PrivateFiles.write(layout.seeding(), Json.pretty(states));
    }
}
