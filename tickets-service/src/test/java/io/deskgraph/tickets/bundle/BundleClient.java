package io.deskgraph.tickets.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.test.Database;
import io.deskgraph.tickets.Desk;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Takes the model's steps against the service, over HTTP, and tells what became of it, from the tables. */
final class BundleClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final Desk desk = new Desk();
    private final String base = RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/";
    private final String token = desk.token(Permissions.ALL.toArray(String[]::new));
    private final Connection database;
    private final List<String> statuses = new ArrayList<>();
    private final List<String> priorities = new ArrayList<>();
    private final List<String> users = new ArrayList<>(
            List.of(desk.user.toString(), desk.user("Uma", "User").toString()));

    /** By place; whoever deletes one puts another there. */
    private final List<String> tickets = new CopyOnWriteArrayList<>();

    BundleClient() {
        try {
            database = Database.connect("owner");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String projects = desk.create("/api/v1/boards", Map.of("board_name", "Projects"), "board_id");
        String endless = desk.create("/api/v1/boards", Map.of("board_name", "Endless"), "board_id");
        String first = desk.create("/api/v1/boards", Map.of("board_name", "First"), "board_id");
        List<String> boards = List.of(first, projects, endless);
        for (BundleModel.Status status : BundleModel.STATUSES) {
            statuses.add(status(status, boards.get(status.board())));
        }
        priorities.add(desk.priority);
        priorities.add(desk.create("/api/v1/priorities", Map.of("priority_name", "Low"), "priority_id"));
        for (int place = 0; place < BundleModel.TICKETS; place++) {
            tickets.add(ticket(place, boards));
        }
        this.boards = boards;
    }

    private final List<String> boards;

    /** The status of the answer. */
    int take(Step step) {
        if (step instanceof Step.Create it) {
            return post(bundle(it.master()), joining(it.children(), it.allowClosed(), mode(it.sync())));
        } else if (step instanceof Step.Add it) {
            return post(bundle(it.master()) + "/children", joining(it.children(), it.allowClosed(), null));
        } else if (step instanceof Step.Remove it) {
            return send("DELETE", bundle(it.master()) + "/children/" + id(it.child()), null);
        } else if (step instanceof Step.Unbundle it) {
            return send("DELETE", bundle(it.master()), null);
        } else if (step instanceof Step.Promote it) {
            return post(bundle(it.master()) + "/promote", Map.of("new_master_ticket_id", id(it.child())));
        } else if (step instanceof Step.Settings it) {
            return settings(it);
        } else if (step instanceof Step.Change it) {
            return change(it);
        } else if (step instanceof Step.Comment it) {
            return post(path(it.ticket()) + "/comments", Map.of("comment_text", "Hm", "is_internal", it.internal()));
        }
        return delete((Step.Delete) step);
    }

    /** Every ticket by its place, in the model's words. */
    Map<Integer, String> ticketsAsTheyAre() {
        Map<Integer, String> found = new TreeMap<>();
        String sql = "SELECT id, status_id, priority_id, assigned_to, master_ticket_id, version FROM tickets"
                + " WHERE tenant_id = ?";
        query(
                sql,
                row -> found.put(
                        tickets.indexOf(row.get(0)),
                        "status " + statuses.indexOf(row.get(1)) + ", priority " + priorities.indexOf(row.get(2))
                                + ", assignee " + users.indexOf(row.get(3)) + ", master " + tickets.indexOf(row.get(4))
                                + ", version " + row.get(5)));
        return found;
    }

    Map<Integer, BundleModel.Settings> bundlesAsTheyAre() {
        Map<Integer, BundleModel.Settings> found = new TreeMap<>();
        String sql = "SELECT master_ticket_id, mode, reopen_on_child_reply FROM ticket_bundle_settings"
                + " WHERE tenant_id = ?";
        query(
                sql,
                row -> found.put(
                        tickets.indexOf(row.get(0)),
                        new BundleModel.Settings(
                                row.get(1).equals(Mode.SYNC_UPDATES), row.get(2).equals("t"))));
        return found;
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int change(Step.Change it) {
        Map<String, @Nullable Object> body = new HashMap<>();
        Integer status = it.ownStatus();
        if (status != null) {
            body.put("status_id", statuses.get(status));
        }
        if (it.priority() != null) {
            body.put("priority_id", priorities.get(it.priority()));
        }
        if (it.assignee() != null) {
            body.put("assigned_to", it.assignee() == BundleModel.NOBODY ? null : users.get(it.assignee()));
        }
        return send("PUT", path(it.ticket()), body);
    }

    private int settings(Step.Settings it) {
        Map<String, @Nullable Object> body = new HashMap<>();
        if (it.sync() != null) {
            body.put("mode", mode(it.sync()));
        }
        if (it.reopen() != null) {
            body.put("reopen_on_child_reply", it.reopen());
        }
        return send("PUT", bundle(it.master()) + "/settings", body);
    }

    private int delete(Step.Delete it) {
        String gone = id(it.ticket());
        int answer = send("DELETE", "tickets/" + gone + "?unbundle=" + it.unbundle(), null);
        if (answer == 204) {
            tickets.set(it.ticket(), ticket(it.ticket(), boards));
        }
        return answer;
    }

    private Map<String, @Nullable Object> joining(List<Integer> children, boolean allowClosed, @Nullable String mode) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("child_ticket_ids", children.stream().map(this::id).toList());
        body.put("allow_closed_master", allowClosed);
        if (mode != null) {
            body.put("mode", mode);
        }
        return body;
    }

    private String ticket(int place, List<String> boardIds) {
        int board = BundleModel.board(place);
        String status = statuses.get(new BundleModel.Ticket(board).status);
        return desk.ticket("board_id", boardIds.get(board), "status_id", status);
    }

    private String status(BundleModel.Status status, String board) {
        return desk.create(
                "/api/v1/statuses",
                Map.of(
                        "name", status.name(),
                        "status_type", "ticket",
                        "board_id", board,
                        "is_closed", status.closed(),
                        "is_default", status.usual(),
                        "order_number", status.order()),
                "status_id");
    }

    private int post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    private int send(String method, String path, @Nullable Map<String, ?> body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(text(body)))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 500) {
                throw new AssertionError(method + " " + path + " " + body + ": " + answer.body());
            }
            return answer.statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(@Nullable Map<String, ?> body) {
        try {
            return body == null ? "" : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface RowReader {
        void read(List<String> row);
    }

    private void query(String sql, RowReader reader) {
        try (var statement = database.prepareStatement(sql)) {
            statement.setObject(1, desk.tenant);
            try (var found = statement.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        row.add(found.getString(i));
                    }
                    reader.read(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID tenant() {
        return desk.tenant;
    }

    private String id(int place) {
        return tickets.get(place);
    }

    private String path(int place) {
        return "tickets/" + id(place);
    }

    private String bundle(int place) {
        return path(place) + "/bundle";
    }

    private static String mode(boolean sync) {
        return sync ? Mode.SYNC_UPDATES : Mode.LINK_ONLY;
    }
}
