package io.deskgraph.links.association;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.links.desk.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Constraints on assets hold for their tickets: what may not be seen is not there, what may only be seen stays as it is. */
@QuarkusTest
class LinkAccessTest {

    private final Graph graph = new Graph();
    private final UUID ticket = graph.desk().ticket();

    @BeforeEach
    void links() {
        graph.assets("open", "read", "shut", "open-too", "read-too", "shut-too");
        for (String tag : new String[] {"open", "read", "shut"}) {
            graph.desk().linkTicket(graph.id(tag), ticket).then().statusCode(201);
        }
        graph.policy()
                .where("assetId", "starts_with", "open", "read")
                .allow("GET")
                .store();
        graph.policy()
                .where("assetId", "starts_with", "open", "shut")
                .allow("PUT")
                .store();
    }

    @Test
    void aHiddenAssetIsAsAbsentAsOneThatNeverWas() {
        absent(graph.guarded().get(tickets("shut")), "Asset not found");
        absent(fromAsset("shut-too"), "Asset not found");
        absent(fromTicket("shut-too"), "Asset not found");
        absent(graph.guarded().delete(tickets("shut") + "/" + ticket), "Asset-ticket association not found");
        absent(
                graph.guarded().delete("/api/v1/tickets/" + ticket + "/assets/" + graph.id("shut")),
                "Asset-ticket association not found");
        assertEquals(3, graph.desk().links());
    }

    @Test
    void aHiddenLinkIsNoSecretDuplicate() {
        absent(fromAsset("shut"), "Asset not found");
        absent(fromTicket("shut"), "Asset not found");
    }

    @Test
    void whatMayOnlyBeReadIsNotLinkedOrUnlinked() {
        graph.guarded().get(tickets("read")).then().statusCode(200);
        refused(fromAsset("read-too"));
        refused(fromTicket("read-too"));
        refused(graph.guarded().delete(tickets("read") + "/" + ticket));
        refused(graph.guarded().delete("/api/v1/tickets/" + ticket + "/assets/" + graph.id("read")));
        assertEquals(3, graph.desk().links());
    }

    @Test
    void theTicketsListLeavesOutWhatMayNotBeSeen() {
        graph.guarded()
                .get("/api/v1/tickets/" + ticket + "/assets")
                .then()
                .statusCode(200)
                .body("data.asset_tag", contains("read", "open"));
        fromTicket("open-too").then().statusCode(201);
        graph.guarded().delete(tickets("open") + "/" + ticket).then().statusCode(204);
        assertEquals(3, graph.desk().links());
    }

    private Response fromAsset(String tag) {
        return graph.guarded().body("{\"ticket_id\":\"" + ticket + "\"}").post(tickets(tag));
    }

    private Response fromTicket(String tag) {
        return graph.guarded()
                .body("{\"asset_id\":\"" + graph.id(tag) + "\"}")
                .post("/api/v1/tickets/" + ticket + "/assets");
    }

    private String tickets(String tag) {
        return "/api/v1/assets/" + graph.id(tag) + "/tickets";
    }

    private static void absent(Response answer, String message) {
        answer.then().statusCode(404).body("error.message", equalTo(message));
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).body("error.message", equalTo("Permission denied: Cannot update asset"));
    }
}
