package io.deskgraph.tickets.defaults;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NewTenantsTest {

    private static final String STATE = """
            {"after":{"tenant_id":"%s","slug":"s","name":"n","status":"active","is_msp":false,"settings":{},"hosts":[],
             "version":%d},"changed":{}}""";

    @Test
    void aNewTenantStartsWithABoardStatusesAndPrioritiesMadeOnce() {
        UUID tenant = Ids.next();
        publish(tenant, EventTypes.TENANT_CREATED, 1);
        publish(tenant, EventTypes.TENANT_CREATED, 1);
        publish(tenant, EventTypes.TENANT_UPDATED, 2);
        applied(tenant, 2);

        get(tenant, "boards").body("data.board_name", contains("Service desk")).body("data.is_default", contains(true));
        get(tenant, "statuses?sort=order_number")
                .body("data.name", contains("New", "In progress", "Waiting", "Resolved", "Closed"))
                .body("data.is_default", contains(true, false, false, false, false))
                .body("data.is_closed", contains(false, false, false, true, true));
        get(tenant, "priorities")
                .body("data.priority_name", contains("Low", "Medium", "High", "Urgent"))
                .body("data.order_number", contains(1, 2, 3, 4));
        List<PublishedEvent> events = Events.await(Topics.TICKETS, tenant, found -> found.size() >= 10);
        assertEquals(10, events.size());
        assertEquals(
                10, new HashSet<>(events.stream().map(PublishedEvent::subject).toList()).size());
        assertTrue(events.stream().allMatch(event -> event.version() == 1));
    }

    @Test
    void whatTheTenantHasAlreadyIsLeftAlone() {
        Desk desk = new Desk();
        publish(desk.tenant, EventTypes.TENANT_CREATED, 1);
        applied(desk.tenant, 1);

        get(desk.tenant, "boards").body("data.board_name", contains("Support"));
        get(desk.tenant, "priorities").body("data.priority_name", contains("High"));
    }

    private static void publish(UUID tenant, String type, long version) {
        Events.publish(Topics.IDENTITY, type, tenant, tenant.toString(), version, STATE.formatted(tenant, version));
    }

    private static void applied(UUID tenant, long version) {
        Eventually.get(
                "the tenant's event",
                () -> Database.count(
                        "SELECT count(*) FROM inbox WHERE tenant_id = ? AND subject = ? AND version = ?",
                        tenant,
                        tenant.toString(),
                        version),
                count -> count == 1);
    }

    private static ValidatableResponse get(UUID tenant, String path) {
        String token = TestTokens.with(Permissions.ALL.toArray(String[]::new))
                .tenant(tenant, "s")
                .bearer();
        return RestAssured.given()
                .header("Authorization", token)
                .get("/api/v1/" + path)
                .then()
                .statusCode(200);
    }
}
