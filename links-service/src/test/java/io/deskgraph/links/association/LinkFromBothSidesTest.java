package io.deskgraph.links.association;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.links.desk.Desk;
import io.deskgraph.links.desk.States;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinkFromBothSidesTest {

    private final Desk desk = Desk.open();
    private final UUID asset = desk.asset();
    private final UUID ticket = desk.ticket();

    @Test
    void aLinkMadeFromTheAssetIsAnsweredInTheAssetEnvelope() {
        // When
        Response made = desk.caller()
                .body("{\"ticket_id\":\"" + ticket + "\",\"relationship_type\":\"cause\",\"notes\":\"fan\",\"x\":1}")
                .post("/api/v1/assets/" + asset + "/tickets");

        // Then
        String row = "\\{\"tenant\":\"" + desk.tenant() + "\",\"asset_id\":\"" + asset + "\",\"entity_id\":\"" + ticket
                + "\",\"entity_type\":\"ticket\",\"relationship_type\":\"cause\",\"notes\":\"fan\",\"created_by\":\""
                + TestTokens.USER + "\",\"created_at\":\"[-0-9]{10}T[:0-9]{8}\\.\\d{3}Z\"}";
        made.then()
                .statusCode(201)
                .header("Location", "/api/v1/assets/" + asset + "/tickets/" + ticket)
                .header("ETag", matchesPattern("\"1-[-_A-Za-z0-9]+\""));
        assertTrue(
                made.asString()
                        .matches(
                                "\\{\"success\":true,\"data\":" + row
                                        + ",\"meta\":\\{\"timestamp\":\"[-0-9]{10}T[:0-9]{8}\\.\\d{3}Z\",\"version\":\"1\\.0\\.0\"}}"),
                made.asString());
    }

    @Test
    void aLinkMadeFromTheTicketIsAnsweredInTheTicketEnvelope() {
        Response made = desk.linkAsset(ticket, asset);

        made.then().statusCode(201).header("Location", "/api/v1/tickets/" + ticket + "/assets/" + asset);
        assertTrue(
                made.asString()
                        .matches("\\{\"data\":\\{\"tenant\":\"" + desk.tenant() + "\",\"asset_id\":\"" + asset
                                + "\",\"entity_id\":\"" + ticket
                                + "\",\"entity_type\":\"ticket\",\"relationship_type\":\"affected\",\"notes\":null,"
                                + "\"created_by\":\"" + TestTokens.USER + "\",\"created_at\":\"[^\"]{24}\"}}"),
                made.asString());
    }

    @Test
    void theAssetListsItsTickets() {
        desk.linkTicket(asset, ticket).then().statusCode(201);

        Response list = desk.ticketsOf(asset);

        assertTrue(
                list.asString()
                        .matches("\\{\"success\":true,\"data\":\\[\\{\"ticket_id\":\"" + ticket
                                + "\",\"ticket_number\":\"TIC1000\",\"title\":\"Broken\",\"status_id\":\""
                                + States.STATUS
                                + "\",\"status_name\":null,\"is_closed\":false,\"priority_id\":\"" + States.PRIORITY
                                + "\",\"assigned_to\":null,\"client_id\":\"" + States.CLIENT + "\",\"board_id\":\""
                                + States.BOARD + "\",\"entered_at\":\"2026-03-04T05:06:07.089Z\","
                                + "\"updated_at\":\"2026-03-04T05:06:08.089Z\",\"bundle_role\":\"standalone\","
                                + "\"master_ticket_id\":null,\"relationship_type\":\"affected\","
                                + "\"association_notes\":null,\"linked_at\":\"[^\"]{24}\"}],\"meta\":\\{.*}}"),
                list.asString());
    }

    @Test
    void theTicketListsItsAssets() {
        desk.linkTicket(asset, ticket).then().statusCode(201);

        Response list = desk.assetsOf(ticket);

        assertTrue(
                list.asString()
                        .matches("\\{\"data\":\\[\\{\"tenant\":\"" + desk.tenant() + "\",\"asset_id\":\"" + asset
                                + "\",\"number\":7,\"database_id\":\"default\",\"asset_tag\":\"TAG-" + asset
                                + "\",\"name\":\"Server\",\"asset_type\":\"server\","
                                + "\"status\":\"available\",\"client_id\":\"" + States.CLIENT
                                + "\",\"client_name\":null,\"location_id\":null,\"category_id\":null,\"serial_number\":\"S-1\","
                                + "\"manufacturer\":\"Maker\",\"model\":\"M1\","
                                + "\"purchase_date\":\"2025-01-31T00:00:00.000Z\",\"purchase_cost\":\"10.50\",\"warranty_end_date\":null,"
                                + "\"notes\":\"\",\"extension_data\":\\{\"weight\": ?1.50},\"tags\":\\[\"blue\",\"red\"],\"assigned_to\":null,"
                                + "\"expected_checkin\":null,\"created_by\":null,\"updated_by\":null,"
                                + "\"created_at\":\"2026-03-04T05:06:07.089Z\",\"updated_at\":\"2026-03-04T05:06:08.089Z\","
                                + "\"relationship_type\":\"affected\",\"association_notes\":null,"
                                + "\"linked_at\":\"[^\"]{24}\"}]}"),
                list.asString());
    }

    @Test
    void aLinkIsSeenFromBothSidesInTheVeryNextRequest() {
        for (int i = 0; i < 50; i++) {
            UUID one = desk.ticket();
            if (i % 2 == 0) {
                desk.linkTicket(asset, one).then().statusCode(201);
            } else {
                desk.linkAsset(one, asset).then().statusCode(201);
            }
            assertTrue(
                    desk.ticketsOf(asset).jsonPath().getList("data.ticket_id").contains(one.toString()));
            assertEquals(
                    List.of(asset.toString()), desk.assetsOf(one).jsonPath().getList("data.asset_id"));
        }
    }

    @Test
    void anEndedLinkIsGoneFromBothSidesAndCanBeMadeAnew() {
        desk.linkTicket(asset, ticket).then().statusCode(201);

        Response ended = desk.caller().delete("/api/v1/tickets/" + ticket + "/assets/" + asset);

        assertEquals(204, ended.statusCode());
        assertEquals("", ended.asString());
        desk.ticketsOf(asset).then().statusCode(200).body("data", empty());
        desk.assetsOf(ticket).then().statusCode(200).body("data", empty());
        desk.unlinkTicket(asset, ticket)
                .then()
                .statusCode(404)
                .body("error.message", equalTo("Asset-ticket association not found"));
        desk.linkTicket(asset, ticket).then().statusCode(201);
    }

    @Test
    void eitherSideSaysTheOtherIsLinkedAlreadyWhateverTheType() {
        desk.linkTicket(asset, ticket).then().statusCode(201);

        desk.caller()
                .body("{\"ticket_id\":\"" + ticket + "\",\"relationship_type\":\"another\"}")
                .post("/api/v1/assets/" + asset + "/tickets")
                .then()
                .statusCode(409)
                .body("error.code", equalTo("CONFLICT"))
                .body("error.message", equalTo("Ticket is already linked to this asset"))
                .body("success", equalTo(false));
        desk.linkAsset(ticket, asset)
                .then()
                .statusCode(409)
                .body("error.message", equalTo("Asset is already linked to this ticket"));
        assertEquals(1, desk.links());
    }

    @Test
    void theTicketChangedLastAndTheAssetLinkedLastComeFirst() {
        UUID second = desk.ticket();
        UUID other = desk.asset();
        desk.linkTicket(asset, ticket).then().statusCode(201);
        desk.linkTicket(asset, second).then().statusCode(201);
        desk.linkAsset(ticket, other).then().statusCode(201);
        desk.ticketChanges(ticket, 100, "Changed last");
        desk.applied("deskgraph.tickets", ticket, 100);

        desk.ticketsOf(asset)
                .then()
                .body("data.ticket_id", contains(ticket.toString(), second.toString()))
                .body("data[0].title", equalTo("Changed last"))
                .body("data[0].status_name", nullValue());
        desk.assetsOf(ticket).then().body("data.asset_id", contains(other.toString(), asset.toString()));
    }
}
