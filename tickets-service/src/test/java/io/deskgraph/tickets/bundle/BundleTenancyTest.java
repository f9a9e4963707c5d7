package io.deskgraph.tickets.bundle;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Another tenant's tickets are in no bundle of ours, and a repeated request bundles once. */
@QuarkusTest
class BundleTenancyTest {

    private Desk ours;
    private BundleDesk theirs;
    private String theirMaster;
    private String theirChild;
    private String ourMaster;
    private String ourChild;

    @BeforeEach
    void open() {
        BundleDesk bundles = new BundleDesk();
        ours = bundles.desk;
        ourMaster = ours.ticket();
        ourChild = ours.ticket();
        bundles.bundled(ourMaster, List.of(ourChild));
        theirs = new BundleDesk();
        theirMaster = theirs.desk.ticket();
        theirChild = theirs.desk.ticket();
        theirs.bundled(theirMaster, List.of(theirChild));
    }

    @TestFactory
    Stream<DynamicTest> anotherTenantsTicketAnswersLikeNone() {
        String none = Ids.next().toString();
        return Stream.of(
                        "GET %s/bundle {}",
                        "POST %s/bundle {\"child_ticket_ids\":[\"" + ourChild + "\"]}",
                        "DELETE %s/bundle {}",
                        "POST %s/bundle/children {\"child_ticket_ids\":[\"" + ourChild + "\"]}",
                        "DELETE %s/bundle/children/" + ourChild + " {}",
                        "DELETE " + ourMaster + "/bundle/children/%s {}",
                        "POST %s/bundle/promote {\"new_master_ticket_id\":\"" + ourChild + "\"}",
                        "POST " + ourMaster + "/bundle/promote {\"new_master_ticket_id\":\"%s\"}",
                        "POST %s/bundle/preview {\"title\":\"x\"}",
                        "PUT %s/bundle/settings {\"mode\":\"link_only\"}")
                .map(route -> dynamicTest(route, () -> {
                    Response missing = call(route.formatted(none));
                    for (String id : List.of(theirMaster, theirChild)) {
                        Response theirOne = call(route.formatted(id));
                        assertEquals(404, theirOne.statusCode());
                        assertEquals(comparable(missing), comparable(theirOne));
                    }
                    theirs.read(theirMaster).body("data.children.size()", is(1));
                }));
    }

    @Test
    void anotherTenantsTicketIsNobodysChild() {
        String alone = theirs.desk.ticket();

        call("POST " + ourMaster + "/bundle/children {\"child_ticket_ids\":[\"" + alone + "\"]}")
                .then()
                .statusCode(404)
                .body("message", is("Child ticket not found: " + alone));
    }

    @Test
    void theSameKeyBundlesOnceAndAnswersTheSame() {
        String master = ours.ticket();
        Map<String, Object> body = Map.of("child_ticket_ids", List.of(ours.ticket()));
        String key = Ids.next().toString();

        String first = keyed(master, key, body)
                .then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .extract()
                .asString();

        assertEquals(
                first, keyed(master, key, body).then().statusCode(201).extract().asString());
        keyed(master, key, Map.of("child_ticket_ids", List.of(ours.ticket())))
                .then()
                .statusCode(422);
    }

    private Response keyed(String master, String key, Map<String, Object> body) {
        return ours.request().header("Idempotency-Key", key).body(body).post("/api/v1/tickets/" + master + "/bundle");
    }

    private Response call(String route) {
        String[] parts = route.split(" ");
        var request = ours.request();
        return (parts[2].equals("{}") ? request : request.body(parts[2]))
                .request(parts[0], "/api/v1/tickets/" + parts[1]);
    }

    private static String comparable(Response response) {
        return response.asString().replaceAll("\"(instance|requestId|timestamp)\":\"[^\"]*\"", "");
    }
}
