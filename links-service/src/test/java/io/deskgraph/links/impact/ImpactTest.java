package io.deskgraph.links.impact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.links.desk.Desk;
import io.deskgraph.links.desk.Graph;
import io.deskgraph.links.desk.Grown;
import io.deskgraph.links.desk.Owner;
import io.deskgraph.links.desk.States;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImpactTest {

    private static final List<String> TYPES = List.of("parentChild", "related", "feeds");

    private final Graph graph = new Graph();

    @Test
    void anImpactShowsNodesPathsAndEdges() {
        graph.assets("rack", "host", "vm", "other");
        graph.child("rack", "host");
        String link = graph.linked("host", "vm", "parentChild", "slot");
        graph.related("rack", "other");

        impact("rack", "")
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("data.root", equalTo(id("rack")))
                .body("data.nodes.asset_tag", equalTo(List.of("rack", "host", "vm")))
                .body("data.nodes.depth", equalTo(List.of(0, 1, 2)))
                .body("data.nodes[2].path", equalTo(List.of(id("rack"), id("host"), id("vm"))))
                .body("data.nodes[2].name", equalTo("Name of vm"))
                .body("data.nodes[2].status", equalTo("available"))
                .body("data.nodes[2].database_id", equalTo("default"))
                .body("data.edges", hasSize(2))
                .body("data.edges.find { it.link_id == '" + link + "' }.alias", equalTo("slot"))
                .body("data.edges.find { it.link_id == '" + link + "' }.from", equalTo(id("host")))
                .body("data.hidden_counts", equalTo(Map.of("nodes", 0, "edges", 0)))
                .body("data.truncated", equalTo(false))
                .body("data.as_of", matchesPattern("\\d{4}-.*Z"));
        impact("vm", "?direction=up").then().body("data.nodes.asset_tag", equalTo(List.of("vm", "host", "rack")));
        impact("rack", "?depth=1").then().body("data.nodes", hasSize(2)).body("data.truncated", equalTo(false));
        impact("other", "?types=related,parentChild").then().body("data.nodes", hasSize(4));
        impact("rack", "?max_nodes=2").then().body("data.nodes", hasSize(2)).body("data.truncated", equalTo(true));
    }

    @Test
    void openTicketsCountByPriorityThroughLinksAndBundles() {
        // Given: a child of a bundle here, its master and a sibling elsewhere; a master there with one child
        UUID host = graph.asset("host");
        UUID vm = graph.asset("vm");
        graph.child("host", "vm");
        UUID child = ticket("high", false);
        UUID master = ticket("low", false);
        UUID sibling = ticket("low", false);
        UUID second = ticket(null, false);
        UUID closed = ticket("high", true);
        for (UUID linked : List.of(child, second, closed)) {
            link(host, linked);
        }
        link(vm, master);
        bundle(master, List.of(child, sibling));

        // Then
        Response shown = impact("host", "");
        shown.then()
                .statusCode(200)
                .body("data.nodes[0].open_tickets.total", equalTo(3))
                .body("data.nodes[0].open_tickets.by_priority", equalTo(Map.of("high", 1, "low", 1, "none", 1)))
                .body("data.nodes[1].open_tickets.total", equalTo(3))
                .body("data.nodes[1].open_tickets.by_priority", equalTo(Map.of("high", 1, "low", 2)));
        Desk.as(TestTokens.with("asset:read").tenant(graph.tenant(), "desk"))
                .get("/api/v1/assets/" + host + "/impact")
                .then()
                .statusCode(200)
                .body("data.nodes[0].open_tickets", nullValue());
    }

    @Test
    void nothingBehindAHiddenAssetIsShown() {
        graph.assets("open-a", "shut-b", "open-c", "open-d");
        graph.child("open-a", "shut-b");
        graph.linked("open-a", "shut-b", "parentChild", "again");
        graph.child("shut-b", "open-c");
        graph.child("open-a", "open-d");
        graph.policy().where("assetId", "starts_with", "open").allow("GET").store();

        graph.guarded()
                .get("/api/v1/assets/" + id("open-a") + "/impact")
                .then()
                .statusCode(200)
                .body("data.nodes.asset_tag", equalTo(List.of("open-a", "open-d")))
                .body("data.hidden_counts", equalTo(Map.of("nodes", 1, "edges", 2)));
        graph.guarded().get("/api/v1/assets/" + id("shut-b") + "/impact").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direction=sideways",
                "depth=0",
                "depth=21",
                "depth=x",
                "max_nodes=0",
                "max_nodes=10001",
                "types=",
                "types=a,,b"
            })
    void aWrongParameterIsTold(String query) {
        graph.asset("a1");
        impact("a1", "?" + query)
                .then()
                .statusCode(400)
                .body("error.details[0].pointer", equalTo("/" + query.replaceAll("=.*", "")));
    }

    @Test
    void whatIsNotThereOrNotAllowedIsTold() {
        graph.asset("a1");
        String path = "/api/v1/assets/" + Ids.next() + "/impact";
        graph.caller().get(path).then().statusCode(404).body("error.message", equalTo("Asset not found"));
        graph.caller().get("/api/v1/assets/x/impact").then().statusCode(400);
        graph.caller().post(path).then().statusCode(405);
        Desk.as(TestTokens.with("ticket:read")).get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
        UUID unasked = Ids.next();
        Owner.misbehaves(unasked, "broken");
        graph.caller().get("/api/v1/assets/" + unasked + "/impact").then().statusCode(503);
        impact("a1", "?page=1").then().statusCode(200).header("X-Ignored-Parameters", equalTo("page"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333, 4444, 55555})
    void randomGraphsAreAsTheModelSays(long seed) {
        // Given
        Random random = new Random(seed);
        List<UUID> assets = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            assets.add(graph.asset((random.nextInt(4) == 0 && i > 0 ? "shut-" : "open-") + i));
        }
        List<ImpactEdge> edges = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            UUID from = assets.get(random.nextInt(10));
            UUID to = assets.get(random.nextInt(10));
            String type = TYPES.get(random.nextInt(3));
            if (!from.equals(to)) {
                graph.relate(graph.tag(from), graph.tag(to), type);
            }
        }
        Database.texts(
                        "SELECT link_id || ' ' || from_asset_id || ' ' || to_asset_id || ' ' || relationship_type"
                                + " FROM asset_links WHERE tenant_id = ?",
                        graph.tenant())
                .forEach(row -> edges.add(edge(row.split(" ", 4))));
        graph.policy().where("assetId", "starts_with", "open").allow("GET").store();
        Set<UUID> hidden = new HashSet<>();
        assets.stream().filter(id -> graph.tag(id).startsWith("shut")).forEach(hidden::add);

        for (boolean down : List.of(true, false)) {
            for (List<String> types : List.of(List.<String>of(), TYPES, List.of("related"), List.of("feeds"))) {
                int depth = 1 + random.nextInt(4);
                ImpactRequest request = new ImpactRequest(down, depth, types.isEmpty() ? null : types, 10_000);
                String query = "?direction=" + (down ? "down" : "up") + "&depth=" + depth
                        + (types.isEmpty() ? "" : "&types=" + String.join(",", types));
                List<ImpactEdge> wanted =
                        edges.stream().filter(request::follows).toList();
                compare(Model.of(assets.get(0), request, wanted, hidden), assets.get(0), query);
            }
        }
    }

    @Test
    void aLargeImpactIsBounded() {
        Grown tree = Grown.tree(graph, 24, 3, 0);
        UUID root = UUID.fromString(Database.texts(
                        "SELECT asset_id::text FROM asset_copies WHERE tenant_id = ? AND asset_tag = ?",
                        graph.tenant(),
                        tree.root())
                .get(0));
        String path = "/api/v1/assets/" + root + "/impact";
        graph.caller().get(path).then().body("data.nodes", hasSize(1000)).body("data.truncated", equalTo(true));
        graph.caller()
                .get(path + "?depth=2")
                .then()
                .body("data.nodes", hasSize(601))
                .body("data.truncated", equalTo(false));
        graph.caller()
                .get(path + "?max_nodes=10000")
                .then()
                .body("data.nodes", hasSize(10_000))
                .body("data.edges", hasSize(9_999));
    }

    private void compare(Model model, UUID root, String query) {
        Response shown = graph.guarded().get("/api/v1/assets/" + root + "/impact" + query);
        assertEquals(200, shown.statusCode());
        Map<UUID, Integer> depths = new HashMap<>();
        List<Map<String, Object>> nodes = shown.jsonPath().getList("data.nodes");
        nodes.forEach(node -> depths.put(UUID.fromString((String) node.get("asset_id")), (Integer) node.get("depth")));
        assertEquals(model.distances(), depths, query);
        assertEquals(
                Map.of("nodes", model.hiddenAssets(), "edges", model.hiddenEdges()),
                shown.jsonPath().getMap("data.hidden_counts"),
                query);
    }

    private static ImpactEdge edge(String[] row) {
        return new ImpactEdge(UUID.fromString(row[0]), UUID.fromString(row[1]), UUID.fromString(row[2]), row[3], null);
    }

    private UUID ticket(String priority, boolean closed) {
        UUID id = Ids.next();
        UUID priorityId = priority == null ? null : UUID.nameUUIDFromBytes(priority.getBytes(StandardCharsets.UTF_8));
        Database.execute(
                "INSERT INTO ticket_copies (tenant_id, ticket_id, version, ticket_number, title, is_closed, priority_id,"
                        + " entered_at, updated_at) VALUES (?, ?, 1, 'T', 'T', ?, ?::uuid, now(), now())",
                graph.tenant(),
                id,
                closed,
                priorityId == null ? null : priorityId.toString());
        if (priorityId != null) {
            Database.execute(
                    "INSERT INTO reference_copies (tenant_id, kind, id, version, name, attributes)"
                            + " VALUES (?, 'priority', ?, 1, ?, '{}') ON CONFLICT DO NOTHING",
                    graph.tenant(),
                    priorityId,
                    priority);
        }
        return id;
    }

    private void link(UUID asset, UUID ticket) {
        graph.desk().linkTicket(asset, ticket).then().statusCode(201);
    }

    private void bundle(UUID master, List<UUID> children) {
        UUID bundle = Ids.next();
        String state = States.bundle(graph.tenant(), bundle, 1, master, children);
        graph.desk().publish(Topics.BUNDLES, EventTypes.BUNDLE_CREATED, bundle, 1, States.event(state));
        graph.desk().applied(Topics.BUNDLES, bundle, 1);
    }

    private String id(String tag) {
        return graph.id(tag).toString();
    }

    private Response impact(String tag, String query) {
        return graph.caller().get("/api/v1/assets/" + graph.id(tag) + "/impact" + query);
    }
}
