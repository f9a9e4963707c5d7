package io.deskgraph.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.client.Answer;
import io.deskgraph.standalone.events.Event;
import io.deskgraph.standalone.events.EventPrinter;
import io.deskgraph.standalone.events.EventTail;
import io.deskgraph.standalone.suite.Credentials;
import io.deskgraph.standalone.suite.LaunchException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One ticket, one asset, one link: seen from both sides at once, on Kafka, and in the ticket list of another service. */
public final class DemoTour {
    private static final String TENANT = "acme";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Credentials credentials;
    private final PrintStream out;
    private final TourCaller caller;
    private final String run = UuidCreator.getTimeOrderedEpoch().toString().substring(24);
    private int step;

    public DemoTour(Credentials credentials, PrintStream out) {
        this.credentials = credentials;
        this.out = out;
        this.caller = new TourCaller(credentials, TENANT, "admin", out);
    }

    /** Throws at the first answer that is not as promised. */
    public void run() {
        out.println("KEY is the admin key of " + TENANT + " in credentials.json.\n");
        String asset = createAsset();
        String ticket = createTicket();
        try (EventTail links = EventTail.of(credentials.kafka(), List.of(Topics.LINKS), false)) {
            link(asset, ticket);
            long linked = System.nanoTime();
            readFromTheAsset(asset, ticket);
            readFromTheTicket(asset, ticket);
            showEvent(links, asset, ticket);
            findThroughTheCopy(asset, ticket, linked);
        }
        out.println("All as promised.");
    }

    private void title(String text) {
        step++;
        out.println("--- " + step + ". " + text + "\n");
    }

    private String createAsset() {
        title("An asset");
        Map<String, Object> body = Map.of(
                "asset_tag", "DEMO-" + run,
                "name", "Mail server of run " + run,
                "asset_type", "server",
                "manufacturer", "Dell",
                "model", "PowerEdge R760");
        JsonNode asset = caller.post("/api/assets", body, "tour-asset-" + run).json();
        require("its asset_tag is DEMO-" + run, asset.path("asset_tag").asText().equals("DEMO-" + run));
        return requireText(asset, "asset_id");
    }

    private String createTicket() {
        title("A ticket, on a board, with a status, a priority and a client");
        LookUps lookUps = new LookUps(caller, "demo-" + TENANT + "-");
        String board = lookUps.allBoards().getOrDefault(LookUps.BOARDS.get(0), "");
        Map<String, Object> body = Map.of(
                "title", "Mail server of run " + run + " does not respond",
                "attributes", Map.of("description", "Created by the tour."),
                "board_id", board,
                "status_id", lookUps.statuses(board).getOrDefault(LookUps.STATUSES.get(0), ""),
                "priority_id", lookUps.allPriorities().getOrDefault("High", ""),
                "client_id", lookUps.clients(DemoPlan.CLIENTS).getOrDefault(DemoPlan.CLIENTS.get(0), ""));
        JsonNode ticket =
                caller.post("/api/v1/tickets", body, "tour-ticket-" + run).data();
        requireText(ticket, "ticket_number");
        return requireText(ticket, "ticket_id");
    }

    private void link(String asset, String ticket) {
        title("The link between them, made from the asset's side");
        Map<String, Object> body =
                Map.of("ticket_id", ticket, "relationship_type", "affected", "notes", "Made by the tour");
        JsonNode link = caller.post("/api/v1/assets/" + asset + "/tickets", body, "tour-link-" + run)
                .data();
        require("the link names asset " + asset, link.path("asset_id").asText().equals(asset));
        require(
                "the link names ticket " + ticket,
                link.path("entity_id").asText().equals(ticket));
    }

    private void readFromTheAsset(String asset, String ticket) {
        title("The very next request sees it from the asset");
        JsonNode rows = caller.get("/api/v1/assets/" + asset + "/tickets").data();
        require("the asset's tickets are exactly " + ticket, only(rows, "ticket_id", ticket));
    }

    private void readFromTheTicket(String asset, String ticket) {
        title("And from the ticket");
        JsonNode rows = caller.get("/api/v1/tickets/" + ticket + "/assets").data();
        require("the ticket's assets are exactly " + asset, only(rows, "asset_id", asset));
    }

    private void showEvent(EventTail links, String asset, String ticket) {
        title("The event on " + Topics.LINKS);
        Deadline deadline = Deadline.in(PATIENCE);
        Optional<Event> found = Optional.empty();
        while (found.isEmpty() && !deadline.isOver()) {
            found = links.poll(Duration.ofMillis(200)).stream()
                    .filter(event -> isOfLink(event, asset, ticket))
                    .findFirst();
        }
        require("an event " + EventTypes.TICKET_ASSET_LINKED + " of this link within 15 s", found.isPresent());
        found.ifPresent(new EventPrinter(credentials, out)::print);
        out.println();
    }

    private static boolean isOfLink(Event event, String asset, String ticket) {
        JsonNode after = event.json().path("after");
        return event.type().equals(EventTypes.TICKET_ASSET_LINKED)
                && after.path("asset_id").asText().equals(asset)
                && after.path("ticket_id").asText().equals(ticket);
    }

    private void findThroughTheCopy(String asset, String ticket, long linked) {
        title("The ticket list by asset, which tickets-service answers from the copy it keeps by events");
        String path = "/api/v1/tickets?asset_id=" + asset;
        Deadline deadline = Deadline.in(PATIENCE);
        Answer answer = caller.quietly(path);
        while (!only(answer.data(), "ticket_id", ticket) && !deadline.isOver()) {
            answer = caller.quietly(path);
        }
        long millis = Duration.ofNanos(System.nanoTime() - linked).toMillis();
        caller.show(path, answer);
        require("the list by asset is exactly " + ticket + " within 15 s", only(answer.data(), "ticket_id", ticket));
        out.println(String.format(
                Locale.ROOT, "Found %d ms after the link's answer (the steps above included).%n", millis));
    }

    private static boolean only(JsonNode rows, String member, String value) {
        return rows.size() == 1 && rows.path(0).path(member).asText().equals(value);
    }

    private static String requireText(JsonNode node, String member) {
        String text = node.path(member).asText();
        require("the answer has " + member, !text.isEmpty());
        return text;
    }

    private static void require(String expectation, boolean holds) {
        if (!holds) {
            throw new LaunchException("Not as promised: expected that " + expectation + ". What came is above");
        }
    }
}
