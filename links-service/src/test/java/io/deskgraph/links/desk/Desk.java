package io.deskgraph.links.desk;

import static io.restassured.RestAssured.given;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.kit.test.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** One tenant and a caller who may link. */
public record Desk(UUID tenant) {

    private static final String[] PERMISSIONS = {"asset:read", "asset:update", "ticket:read", "ticket:update"};
    private static final String NOTHING = "{\"after\":null,\"changed\":{}}";

    public static Desk open() {
        return new Desk(Ids.next());
    }

    /** An asset that its owner knows and this service does not yet. */
    public UUID asset() {
        UUID id = Ids.next();
        Owner.knowsAsset(id, 1, States.asset(tenant, id, 1, "Server"));
        return id;
    }

    public UUID ticket() {
        UUID id = Ids.next();
        Owner.knowsTicket(id, 1, States.ticket(tenant, id, 1, "Broken"));
        return id;
    }

    public RequestSpecification caller() {
        return as(TestTokens.with(PERMISSIONS).tenant(tenant, "desk"));
    }

    public static RequestSpecification as(TestTokens token) {
        return given().header("Authorization", token.bearer()).contentType("application/json");
    }

    public Response linkTicket(UUID asset, UUID ticket) {
        return caller().body("{\"ticket_id\":\"" + ticket + "\"}").post("/api/v1/assets/" + asset + "/tickets");
    }

    public Response linkAsset(UUID ticket, UUID asset) {
        return caller().body("{\"asset_id\":\"" + asset + "\"}").post("/api/v1/tickets/" + ticket + "/assets");
    }

    public Response unlinkTicket(UUID asset, UUID ticket) {
        return caller().delete("/api/v1/assets/" + asset + "/tickets/" + ticket);
    }

    public Response ticketsOf(UUID asset) {
        return caller().get("/api/v1/assets/" + asset + "/tickets");
    }

    public Response assetsOf(UUID ticket) {
        return caller().get("/api/v1/tickets/" + ticket + "/assets");
    }

    public void assetChanges(UUID id, long version, String name) {
        publish(
                Topics.ASSETS,
                EventTypes.ASSET_UPDATED,
                id,
                version,
                States.event(States.asset(tenant, id, version, name)));
    }

    public void ticketChanges(UUID id, long version, String title) {
        String state = States.ticket(tenant, id, version, title);
        publish(Topics.TICKETS, EventTypes.TICKET_UPDATED, id, version, States.event(state));
    }

    public void assetIsDeleted(UUID id, long version) {
        publish(Topics.ASSETS, EventTypes.ASSET_DELETED, id, version, NOTHING);
    }

    public void ticketIsDeleted(UUID id, long version) {
        publish(Topics.TICKETS, EventTypes.TICKET_DELETED, id, version, NOTHING);
    }

    public void publish(String topic, String type, Object subject, long version, String payload) {
        Events.publish(topic, type, tenant, subject.toString(), version, payload);
    }

    /** Waits until this version of the aggregate was applied. */
    public void applied(String topic, Object subject, long version) {
        Eventually.until(
                topic + " " + subject + " applied",
                () -> Database.count(
                                "SELECT count(*) FROM inbox WHERE tenant_id = ? AND topic = ? AND subject = ? AND version >= ?",
                                tenant,
                                topic,
                                subject.toString(),
                                version)
                        == 1);
    }

    public long links() {
        return Database.count("SELECT count(*) FROM ticket_asset_links WHERE tenant_id = ?", tenant);
    }

    /** Waits for so many events of links, and gives all there are. */
    public List<PublishedEvent> linkEvents(int atLeast) {
        return Events.await(Topics.LINKS, tenant, events -> events.size() >= atLeast);
    }
}
