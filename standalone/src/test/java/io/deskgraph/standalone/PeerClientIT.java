package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.PeerClient.ApiException;
import io.deskgraph.standalone.suite.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that was written for AlgaPSA works here as it is. */
@ExtendWith(Suite.Extension.class)
class PeerClientIT {
    private final PeerClient client;
    private final PeerClient wrongKey;
    private final String word = "peer" + UUID.randomUUID().toString().substring(0, 8);
    private final String board;
    private final String open;
    private final String closed;
    private final String priority;
    private final String customer;

    PeerClientIT(Suite suite) {
        Credentials credentials = suite.credentials();
        Credentials.Tenant acme = credentials.tenants().stream()
                .filter(tenant -> tenant.slug().equals("acme"))
                .findFirst()
                .orElseThrow();
        URI base = URI.create(credentials.gateway() + "/api/v1");
        client = new PeerClient(base, acme.host(), acme.key("admin"));
        wrongKey = new PeerClient(base, acme.host(), "0".repeat(64));
        board = firstBoard();
        JsonNode statuses = client.get("/tickets/statuses", Map.of("board_id", board));
        open = status(statuses, false);
        closed = status(statuses, true);
        priority = text(client.get("/tickets/priorities").get(0), "priority_id");
        customer = text(client.post("/clients", Map.of("client_name", "Customer " + word)), "client_id");
    }

    @Test
    void aTicketIsCreatedReadChangedFoundAndDeleted() {
        JsonNode created = client.post("/tickets", ticket("Printer " + word));
        String path = "/tickets/" + text(created, "ticket_id");
        assertTrue(text(created, "ticket_number").startsWith("TIC"));
        assertFalse(created.required("is_closed").booleanValue());

        JsonNode read = client.get(path);
        assertEquals("Printer " + word, text(read, "title"));
        assertEquals("<p>It &lt;smokes&gt;</p>", text(read, "description_html"));
        Set.of("client_name", "status_name", "priority_name", "documents").forEach(read::required);

        assertEquals("Plotter " + word, text(client.put(path, Map.of("title", "Plotter " + word)), "title"));
        JsonNode found = client.get("/tickets/search", Map.of("query", word.toUpperCase(Locale.ROOT)));
        assertEquals(1, found.size());
        assertEquals("Plotter " + word, text(found.get(0), "title"));

        client.delete(path);
        ApiException gone = assertThrows(ApiException.class, () -> client.get(path));
        assertEquals(404, gone.status());
        assertEquals("NOT_FOUND", gone.code());
        assertEquals("ticket not found", gone.getMessage());
    }

    @Test
    void listsArePaged() {
        for (int i = 0; i < 5; i++) {
            client.post("/tickets", ticket(word + " " + i));
        }
        Set<String> seen = new HashSet<>();
        PeerClient.Page page = page(1);
        while (page.hasNext()) {
            page.data().forEach(row -> seen.add(text(row, "ticket_id")));
            page = page(page.page() + 1);
        }
        page.data().forEach(row -> seen.add(text(row, "ticket_id")));

        assertEquals(5, seen.size());
        assertEquals(5, page.total());
        assertEquals(3, page.totalPages());
        assertEquals(3, page.page());
        assertTrue(page.hasPrev());
    }

    @Test
    void statusAndAssignmentHaveTheirOwnCalls() {
        String path = "/tickets/" + text(client.post("/tickets", ticket(word)), "ticket_id");
        String user = text(client.get(path), "entered_by");

        JsonNode done = client.put(path + "/status", Map.of("status_id", closed));
        assertTrue(done.required("is_closed").booleanValue());
        assertFalse(done.required("closed_at").isNull());
        assertFalse(client.put(path + "/status", Map.of("status_id", open))
                .required("is_closed")
                .booleanValue());
        assertEquals(user, text(client.put(path + "/assignment", Map.of("assigned_to", user)), "assigned_to"));
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("assigned_to", null);
        assertTrue(
                client.put(path + "/assignment", nobody).required("assigned_to").isNull());
    }

    @Test
    void commentsAreAddedChangedAndRead() {
        String path = "/tickets/" + text(client.post("/tickets", ticket(word)), "ticket_id") + "/comments";

        JsonNode added = client.post(path, Map.of("comment_text", "On my way", "is_internal", true));
        assertEquals("On my way", text(added, "comment_text"));
        assertTrue(added.required("is_internal").booleanValue());
        JsonNode changed = client.put(path + "/" + text(added, "comment_id"), Map.of("comment_text", "There"));
        assertEquals("There", text(changed, "comment_text"));
        JsonNode comments = client.get(path);
        assertEquals(1, comments.size());
        Set.of("created_by_name", "comment_html", "thread_id", "reactions").forEach(comments.get(0)::required);
    }

    @Test
    void lookUpsAreListed() {
        for (String path : new String[] {"/boards", "/priorities", "/clients"}) {
            assertTrue(client.list(path, Map.of("limit", 1)).total() > 0, path);
        }
        assertTrue(client.list("/statuses", Map.of("type", "ticket", "board_id", board))
                        .total()
                > 0);
        client.get("/tickets/statuses").forEach(status -> Set.of("status_id", "board_id", "name", "is_closed")
                .forEach(status::required));
        assertTrue(client.get("/tickets/stats").required("total_tickets").longValue() > 0);
    }

    @Test
    void mistakesComeAsErrorsWithACodeAMessageAndDetails() {
        ApiException invalid = assertThrows(ApiException.class, () -> client.post("/tickets", Map.of("title", "x")));
        assertEquals(400, invalid.status());
        assertEquals("VALIDATION_ERROR", invalid.code());
        assertTrue(invalid.details().isArray());
        Set.of("path", "message").forEach(invalid.details().get(0)::required);
        ApiException tooMany = assertThrows(ApiException.class, () -> client.list("/tickets", Map.of("limit", 101)));
        assertEquals("Query validation failed", tooMany.getMessage());
        ApiException unauthorized = assertThrows(ApiException.class, () -> wrongKey.get("/tickets"));
        assertEquals(401, unauthorized.status());
        assertEquals("UNAUTHORIZED", unauthorized.code());
        assertEquals("Invalid API key", unauthorized.getMessage());
    }

    @Test
    void fromAssetIsThereToPostOnly() {
        ApiException get = assertThrows(ApiException.class, () -> client.get("/tickets/from-asset"));
        assertEquals(405, get.status());
        assertEquals("METHOD_NOT_ALLOWED", get.code());
        assertEquals("Method not allowed", get.getMessage());
        ApiException wrong = assertThrows(ApiException.class, () -> wrongKey.get("/tickets/from-asset"));
        assertEquals(401, wrong.status());
        ApiException none = assertThrows(
                ApiException.class,
                () -> client.post(
                        "/tickets/from-asset", fromAsset(UUID.randomUUID().toString())));
        assertEquals(404, none.status());
        assertEquals("Asset not found", none.getMessage());
    }

    @Test
    void filtersAndNarrowRowsAreAsTheyWere() {
        String id = text(client.post("/tickets", ticket(word)), "ticket_id");

        JsonNode row = client.list(
                        "/tickets",
                        Map.of("title", word, "status_id", open, "is_open", true, "fields", "ticket_id,title,tags"))
                .data()
                .get(0);
        assertEquals(id, text(row, "ticket_id"));
        Set.of("title", "tags", "status_id", "entered_by", "assigned_to", "client_id", "board_id")
                .forEach(row::required);
        assertTrue(row.path("ticket_number").isMissingNode());
        ApiException unknown =
                assertThrows(ApiException.class, () -> client.list("/tickets", Map.of("fields", "title,bogus")));
        assertEquals(400, unknown.status());
        assertEquals("Unknown fields requested: bogus", unknown.getMessage());
    }

    private PeerClient.Page page(int number) {
        return client.list("/tickets", Map.of("search", word, "page", number, "limit", 2, "sort", "title"));
    }

    private Map<String, Object> ticket(String title) {
        return Map.of(
                "title",
                title,
                "client_id",
                customer,
                "board_id",
                board,
                "status_id",
                open,
                "priority_id",
                priority,
                "attributes",
                Map.of("description", "It <smokes>"));
    }

    private Map<String, Object> fromAsset(String asset) {
        Map<String, Object> body = new HashMap<>(ticket(word));
        body.put("asset_id", asset);
        return body;
    }

    /** The one that a tenant gets a moment after it came into being; other tests make boards, too. */
    private String firstBoard() {
        AtomicReference<String> first = new AtomicReference<>("");
        boolean there = Deadline.in(Duration.ofSeconds(30)).await(() -> {
            for (JsonNode one : client.get("/boards")) {
                if (text(one, "board_name").equals("Service desk")) {
                    first.set(text(one, "board_id"));
                }
            }
            return !first.get().isEmpty();
        });
        assertTrue(there, "the tenant has its first board");
        return first.get();
    }

    private static String status(JsonNode statuses, boolean closed) {
        for (JsonNode status : statuses) {
            if (status.required("is_closed").booleanValue() == closed) {
                return text(status, "status_id");
            }
        }
        throw new AssertionError("No such status: " + statuses);
    }

    private static String text(JsonNode object, String member) {
        return object.required(member).textValue();
    }
}
