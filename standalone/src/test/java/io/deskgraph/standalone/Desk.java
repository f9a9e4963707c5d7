package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.standalone.client.Answer;
import io.deskgraph.standalone.client.GatewayClient;
import java.util.Map;
import java.util.UUID;

/** A tenant's board with what a ticket needs, made through the API; then assets, tickets and links at will. */
final class Desk {
    private final GatewayClient client;
    private final String prefix;
    private final String board;
    private final String status;
    private final String priority;
    private final String customer;
    private int count;

    /** @param prefix begins each name, so that two tenants can have the same data and two tests different ones */
    Desk(GatewayClient client, String prefix) {
        this.client = client;
        this.prefix = prefix;
        this.board = create("/api/v1/boards", Map.of("board_name", prefix), "board_id");
        this.status = create(
                "/api/v1/statuses",
                Map.of(
                        "name",
                        "New",
                        "status_type",
                        "ticket",
                        "board_id",
                        board,
                        "is_default",
                        true,
                        "order_number",
                        1),
                "status_id");
        this.priority = create(
                "/api/v1/priorities",
                Map.of("priority_name", prefix, "order_number", prefix.hashCode() & 0xFFFF, "item_type", "ticket"),
                "priority_id");
        this.customer = create("/api/v1/clients", Map.of("client_name", prefix), "client_id");
    }

    static String unique() {
        return "d" + UUID.randomUUID().toString().substring(0, 8);
    }

    GatewayClient client() {
        return client;
    }

    String board() {
        return board;
    }

    String customer() {
        return customer;
    }

    String asset() {
        count++;
        Answer answer = client.post("/api/assets", Map.of("asset_tag", prefix + "-" + count, "name", "Asset " + count));
        assertEquals(201, answer.status(), answer.text());
        return answer.json().path("asset_id").asText();
    }

    /** What every ticket needs but its title. */
    Map<String, String> ticketDraft() {
        return Map.of("board_id", board, "status_id", status, "priority_id", priority, "client_id", customer);
    }

    String ticket() {
        count++;
        return create(
                "/api/v1/tickets",
                Map.of(
                        "title", "Ticket " + count,
                        "board_id", board,
                        "status_id", status,
                        "priority_id", priority,
                        "client_id", customer),
                "ticket_id");
    }

    Answer ticketFromAsset(String asset) {
        count++;
        return client.post(
                "/api/v1/tickets/from-asset",
                Map.of(
                        "title", "Ticket " + count,
                        "asset_id", asset,
                        "board_id", board,
                        "status_id", status,
                        "priority_id", priority,
                        "client_id", customer));
    }

    Answer link(String asset, String ticket) {
        return client.post("/api/v1/assets/" + asset + "/tickets", Map.of("ticket_id", ticket));
    }

    private String create(String path, Object body, String id) {
        Answer answer = client.post(path, body);
        assertEquals(201, answer.status(), answer.text());
        return answer.data().path(id).asText();
    }
}
