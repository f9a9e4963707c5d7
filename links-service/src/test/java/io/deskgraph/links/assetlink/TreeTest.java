package io.deskgraph.links.assetlink;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.links.desk.Graph;
import io.deskgraph.links.desk.Grown;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TreeTest {

    private final Graph graph = new Graph();

    @Test
    void aFlatListIsAsItsClientsKnowIt() {
        graph.assets("root", "b2", "a1", "top", "rel");
        String second = graph.child("root", "b2");
        String first = graph.linked("root", "a1", "parentChild", "x");
        String parent = graph.child("top", "root");
        String related = graph.related("rel", "root");

        assertEquals(
                "{\"related\":[" + node("rel", related, null) + "],\"parents\":[" + node("top", parent, null)
                        + "],\"children\":[" + node("a1", first, "x") + "," + node("b2", second, null) + "],"
                        + "\"unauthorizedCounts\":{\"related\":0,\"parents\":0,\"children\":0},\"message\":\"Success\"}",
                graph.list("root").asString());
    }

    @Test
    void aTreeIsAsItsClientsKnowIt() {
        graph.assets("root", "mid", "leaf", "top");
        String one = graph.child("root", "mid");
        String two = graph.linked("mid", "leaf", "parentChild", "\\\"q");
        String parent = graph.child("top", "root");

        assertEquals(
                "{\"related\":[],\"parents\":[" + node("top", parent, null) + "],\"children\":["
                        + node("mid", one, null).replaceFirst("}$", ",\"children\":[")
                        + node("leaf", two, "\\\"q").replaceFirst("}$", ",\"children\":[]}")
                        + "]}],\"unauthorizedCounts\":{\"related\":0,\"parents\":0,\"children\":0},\"truncated\":false,"
                        + "\"message\":\"Success\"}",
                graph.tree("root").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "yes", "", "false"})
    void onlyTrueMeansATree(String value) {
        graph.assets("root", "mid");
        graph.child("root", "mid");
        Graph.list(graph.caller(), "root", "?childTreeView=" + value)
                .then()
                .statusCode(200)
                .body("children[0]", not(hasKey("children")));
        Graph.list(graph.caller(), "root", "?childTreeView=TRUE").then().body("children[0].children", empty());
    }

    @Test
    void whatHangsUnderTwoParentsIsThereTwice() {
        graph.assets("root", "left", "right", "part", "screw");
        graph.child("root", "left");
        graph.child("root", "right");
        graph.child("left", "part");
        graph.linked("left", "part", "parentChild", "second");
        graph.child("right", "part");
        graph.child("part", "screw");

        graph.tree("root")
                .then()
                .body("children.assetId", equalTo(List.of("left", "right")))
                .body("children[0].children.assetId", equalTo(List.of("part", "part")))
                .body("children[0].children[1].assetLinkAliasId", equalTo("second"))
                .body("children[0].children[1].children.assetId", equalTo(List.of("screw")))
                .body("children[1].children[0].children.assetId", equalTo(List.of("screw")));
    }

    @Test
    void belowAHiddenAssetNothingIsShownAndItsLinkIsCountedOnce() {
        graph.assets("open-root", "open-left", "open-right", "shut", "open-below");
        graph.child("open-root", "open-left");
        graph.child("open-root", "open-right");
        graph.child("open-root", "shut");
        graph.child("open-left", "open-right");
        graph.child("open-right", "shut");
        graph.child("shut", "open-below");
        graph.policy().where("assetId", "starts_with", "open").allow("GET").store();

        Response tree = Graph.list(graph.guarded(), "open-root", "?childTreeView=true");

        tree.then()
                .statusCode(200)
                .body("children.assetId", equalTo(List.of("open-left", "open-right")))
                .body("children[0].children[0].assetId", equalTo("open-right"))
                .body("children[0].children[0].children", empty())
                .body("unauthorizedCounts.children", equalTo(2));
        assertFalse(tree.asString().contains("open-below"));
        assertFalse(tree.asString().contains("shut"));
    }

    @Test
    void aDepthMayBeAskedFor() {
        Grown tree = Grown.tree(graph, 3, 4, 2);
        for (int depth = 1; depth <= 4; depth++) {
            Response shown = Graph.list(graph.caller(), tree.root(), "?childTreeView=true&maxDepth=" + depth);
            shown.then().statusCode(200).body("truncated", equalTo(false));
            assertEquals(tree.within(depth), count(shown));
        }
        Response all = Graph.list(graph.caller(), tree.root(), "?childTreeView=true&maxDepth=99");
        assertEquals(tree.size(), count(all));
    }

    @Test
    void aTreeThatIsTooLargeLacksItsDeepestLevels() {
        Grown tree = Grown.tree(graph, 24, 3, 0);

        Response shown = graph.tree(tree.root());

        shown.then().statusCode(200).body("truncated", equalTo(true));
        assertEquals(LinkTree.MAX_NODES, count(shown));
        assertEquals(24, shown.jsonPath().getList("children").size());
        assertEquals(
                24 * 24, shown.jsonPath().getList("children.children.flatten()").size());
        Graph.list(graph.caller(), tree.root(), "?childTreeView=true&maxDepth=2")
                .then()
                .body("truncated", equalTo(false));
    }

    @Test
    void aLadderThatDoublesAtEachStepEndsToo() {
        Grown ladder = Grown.ladder(graph, 40);

        Response shown = graph.tree(ladder.root());

        shown.then().statusCode(200);
        assertTrue(shown.asString().contains("\"truncated\":true"));
    }

    @Test
    void aChainMayBeAsDeepAsItLikes() throws Exception {
        Grown chain = Grown.chain(graph, 9_000);

        byte[] json = graph.plainTree(chain.root());

        ObjectMapper deep = new ObjectMapper();
        deep.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(100_000).build());
        JsonNode tree = deep.readTree(json);
        int depth = 0;
        for (JsonNode level = tree.path("children");
                !level.isEmpty();
                level = level.path(0).path("children")) {
            depth++;
        }
        assertEquals(9_000, depth);
        assertFalse(tree.path("truncated").asBoolean());
    }

    private static int count(Response shown) {
        return shown.asString().split("\"assetLinkId\"", -1).length - 1;
    }

    private static String node(String tag, String link, String alias) {
        return "{\"assetId\":\"%s\",\"assetName\":\"Name of %s\",\"databaseId\":\"default\",\"assetLinkId\":\"%s\",\"assetLinkAliasId\":%s}"
                .formatted(tag, tag, link, alias == null ? "null" : "\"" + alias + "\"");
    }
}
