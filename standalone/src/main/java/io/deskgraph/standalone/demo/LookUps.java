package io.deskgraph.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.embedded.Deadline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What tickets and assets refer to, by name: found when it is there, created when it is not. */
public final class LookUps {
    public static final List<String> PRIORITIES = List.of("Low", "Medium", "High", "Urgent");
    public static final List<String> BOARDS = List.of("Service desk", "Infrastructure", "Projects");

    public static final List<String> STATUSES = List.of("New", "In progress", "Waiting", "Resolved", "Closed");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> CLOSED = Set.of("Resolved", "Closed");

    private final Caller caller;
    private final String prefix;

    /** The prefix tells this tenant's idempotency keys from another's for the person who reads a log. */
    public LookUps(Caller caller, String prefix) {
        this.caller = caller;
        this.prefix = prefix;
    }

    /** A new tenant gets its first board a moment later; what is made before might be made twice. */
    public void awaitFirstBoard() {
        boolean unused = Deadline.in(PATIENCE)
                .await(() -> !caller.get("/api/v1/boards?limit=1").data().isEmpty());
    }

    public Map<String, String> allBoards() {
        Map<String, String> known = known(caller.get("/api/v1/boards?limit=100").data(), "board_name", "board_id");
        for (String name : BOARDS) {
            Map<String, Object> body = Map.of("board_name", name, "is_default", name.equals(BOARDS.get(0)));
            known.computeIfAbsent(name, missing -> created("/api/v1/boards", body, "board-" + name, "board_id"));
        }
        return known;
    }

    public Map<String, String> statuses(String board) {
        String list = "/api/v1/statuses?type=ticket&limit=100&board_id=" + board;
        Map<String, String> known = known(caller.get(list).data(), "name", "status_id");
        int order = known.size();
        for (String name : STATUSES) {
            if (!known.containsKey(name)) {
                String key = "status-" + board + "-" + name;
                known.put(name, created("/api/v1/statuses", status(board, name, ++order), key, "status_id"));
            }
        }
        return known;
    }

    private static Map<String, Object> status(String board, String name, int order) {
        return Map.of(
                "name",
                name,
                "status_type",
                "ticket",
                "board_id",
                board,
                "is_closed",
                CLOSED.contains(name),
                "is_default",
                name.equals(STATUSES.get(0)),
                "order_number",
                order);
    }

    public Map<String, String> allPriorities() {
        Map<String, String> known =
                known(caller.get("/api/v1/priorities?limit=100").data(), "priority_name", "priority_id");
        for (String name : PRIORITIES) {
            int order = PRIORITIES.indexOf(name) + 1;
            Map<String, Object> body = Map.of("priority_name", name, "order_number", order, "item_type", "ticket");
            String key = "priority-" + name;
            known.computeIfAbsent(name, missing -> created("/api/v1/priorities", body, key, "priority_id"));
        }
        return known;
    }

    public Map<String, String> clients(List<String> names) {
        Map<String, String> known =
                known(caller.get("/api/v1/clients?limit=100").data(), "client_name", "client_id");
        for (String name : names) {
            Map<String, Object> body = Map.of("client_name", name);
            known.computeIfAbsent(name, missing -> created("/api/v1/clients", body, "client-" + name, "client_id"));
        }
        return known;
    }

    private static Map<String, String> known(JsonNode rows, String name, String id) {
        Map<String, String> known = new LinkedHashMap<>();
        rows.forEach(row -> known.put(row.path(name).asText(), row.path(id).asText()));
        return known;
    }

    private String created(String path, Object body, String key, String id) {
        return caller.post(path, body, prefix + key.replace(' ', '-'))
                .data()
                .path(id)
                .asText();
    }
}
