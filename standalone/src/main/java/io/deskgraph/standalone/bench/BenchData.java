package io.deskgraph.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.client.Answer;
import io.deskgraph.standalone.client.GatewayClient;
import io.deskgraph.standalone.demo.Caller;
import io.deskgraph.standalone.demo.Crew;
import io.deskgraph.standalone.demo.LookUps;
import io.deskgraph.standalone.demo.SeedingCaller;
import io.deskgraph.standalone.suite.Credentials;
import io.deskgraph.standalone.suite.LaunchException;
import io.deskgraph.standalone.suite.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Makes the plans real through the public API, so that events, counts and every copy are what they would be in life.
 * Tenants are new in each run: what an earlier run has left behind is not in the way.
 */
final class BenchData {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Credentials credentials;
    private final Progress progress;

    BenchData(Credentials credentials, Progress progress) {
        this.credentials = credentials;
        this.progress = progress;
    }

    List<BenchTenant> create(Sizes sizes) {
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        List<BenchTenant> tenants = new ArrayList<>();
        try (Crew crew = new Crew()) {
            for (int number = 0; number < sizes.tenants(); number++) {
                tenants.add(tenant("bench-" + run + "-" + number, BenchPlan.of(sizes, number), crew));
                progress.say("bench data", (number + 1) + " of " + sizes.tenants() + " tenants");
            }
        }
        return tenants;
    }

    private BenchTenant tenant(String slug, BenchPlan plan, Crew crew) {
        JsonNode made = operator(slug);
        String host = slug + ".localhost:" + credentials.gateway().getPort();
        String key = made.path("admin").path("key").asText();
        GatewayClient client =
                GatewayClient.anonymous(credentials.gateway(), host).with("X-API-Key", key);
        awaitKnown(client);
        Caller caller = new SeedingCaller(client);
        TicketBodies bodies = bodies(caller, slug);
        List<String> assets = crew.map(plan.assets(), asset -> asset(caller, asset), done -> {});
        List<String> tickets = crew.map(plan.tickets(), ticket -> ticket(caller, bodies.of(ticket)), done -> {});
        List<List<String>> linked = crew.map(
                plan.links(), link -> link(caller, tickets.get(link.ticket()), assets.get(link.asset())), done -> {});
        tree(caller, assets, plan.parents(), crew);
        String id = made.path("tenant_id").asText();
        Map<String, Object> another = bodies.of(plan.tickets().get(0));
        return new BenchTenant(slug, id, host, key, tickets, assets, linked, another);
    }

    private JsonNode operator(String slug) {
        Credentials.Tenant msp = credentials.tenants().stream()
                .filter(Credentials.Tenant::msp)
                .findFirst()
                .orElseThrow(() -> new LaunchException("credentials.json has no operator"));
        Map<String, Object> admin =
                Map.of("email", "admin@" + slug + ".example", "first_name", "Ada", "last_name", "Bench");
        Answer answer = GatewayClient.of(credentials, msp.slug(), "admin")
                .post("/api/v1/tenants", Map.of("slug", slug, "name", slug, "admin", admin));
        if (!answer.isSuccess()) {
            throw new LaunchException("No tenant for the bench: " + answer.status() + " " + answer.text());
        }
        return answer.data();
    }

    /** The gateway hears of a new tenant a moment after it was made. */
    private static void awaitKnown(GatewayClient client) {
        boolean unused = Deadline.in(PATIENCE)
                .await(() -> client.get("/api/v1/boards?limit=1").isSuccess());
    }

    private static TicketBodies bodies(Caller caller, String slug) {
        LookUps lookUps = new LookUps(caller, slug + "-");
        lookUps.awaitFirstBoard();
        String board = lookUps.allBoards().getOrDefault(LookUps.BOARDS.get(0), "");
        List<String> names = IntStream.range(0, BenchPlan.CLIENTS)
                .mapToObj(n -> "Client " + n)
                .toList();
        return new TicketBodies(
                board,
                List.copyOf(lookUps.statuses(board).values()),
                List.copyOf(lookUps.allPriorities().values()),
                List.copyOf(lookUps.clients(names).values()));
    }

    private static String asset(Caller caller, BenchPlan.Asset asset) {
        Map<String, Object> body = Map.of(
                "asset_tag", asset.tag(), "name", asset.name(), "asset_type", asset.type(), "status", "available");
        return caller.post("/api/assets", body, "asset-" + asset.tag())
                .json()
                .path("asset_id")
                .asText();
    }

    private static String ticket(Caller caller, Map<String, Object> body) {
        return caller.post("/api/v1/tickets", body, "ticket-" + UUID.randomUUID())
                .data()
                .path("ticket_id")
                .asText();
    }

    private static List<String> link(Caller caller, String ticket, String asset) {
        Map<String, Object> body = Map.of("ticket_id", ticket, "relationship_type", "affected");
        Answer unused = caller.post("/api/v1/assets/" + asset + "/tickets", body, "link-" + ticket + "-" + asset);
        return List.of(ticket, asset);
    }

    private static void tree(Caller caller, List<String> assets, List<Integer> parents, Crew crew) {
        List<Integer> children =
                IntStream.rangeClosed(1, parents.size()).boxed().toList();
        List<Answer> unused = crew.map(
                children, child -> edge(caller, assets.get(parents.get(child - 1)), assets.get(child)), done -> {});
    }

    private static Answer edge(Caller caller, String parent, String child) {
        Map<String, Object> body = Map.of("related_asset_id", child, "relationship_type", "parentChild");
        return caller.post("/api/v1/assets/" + parent + "/relationships", body, "edge-" + child);
    }
}
