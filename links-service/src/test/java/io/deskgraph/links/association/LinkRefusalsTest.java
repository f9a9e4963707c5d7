package io.deskgraph.links.association;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.links.desk.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LinkRefusalsTest {

    private final Desk desk = Desk.open();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|/ticket_id|Is required",
                "{\"ticket_id\":null}|/ticket_id|Invalid UUID",
                "{\"ticket_id\":\"1-2-3-4-5\"}|/ticket_id|Invalid UUID",
                "{\"ticket_id\":7}|/ticket_id|Invalid UUID",
                "{\"relationship_type\":\"\"}|/relationship_type|Must not be empty",
                "{\"relationship_type\":null}|/relationship_type|Must be a string",
                "{\"relationship_type\":5}|/relationship_type|Must be a string",
                "{\"notes\":null}|/notes|Must be a string",
                "{\"notes\":{}}|/notes|Must be a string",
                "{\"notes\":\"a\\u0000b\"}|/notes|Contains a character that is not allowed",
                "{\"notes\":\"\\ud800\"}|/notes|Contains a character that is not allowed"
            })
    void aWrongMemberIsPointedAt(String body, String pointer, String message) {
        Response refused = desk.caller().body(body).post("/api/v1/assets/" + desk.asset() + "/tickets");

        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body("error.details.pointer", hasItems(pointer))
                .body("error.details.find { it.pointer == '" + pointer + "' }.message", equalTo(message));
    }

    @Test
    void textsHaveAnEnd() {
        String body = "{\"ticket_id\":\"" + desk.ticket() + "\",\"relationship_type\":\"" + "t".repeat(256)
                + "\",\"notes\":\"" + "n".repeat(10_001) + "\"}";

        desk.caller()
                .body(body)
                .post("/api/v1/assets/" + desk.asset() + "/tickets")
                .then()
                .statusCode(400)
                .body("error.message", equalTo("Invalid request data"))
                .body("error.details.pointer", equalTo(java.util.List.of("/relationship_type", "/notes")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"ticket_id\":1,\"ticket_id\":2}", "[[[[[["})
    void whatIsNoObjectIsRefusedOnBothSides(String body) {
        for (String path : new String[] {"/api/v1/assets/%s/tickets", "/api/v1/tickets/%s/assets"}) {
            desk.caller()
                    .body(body)
                    .post(String.format(path, Ids.next()))
                    .then()
                    .statusCode(400)
                    .body("error.code", equalTo("VALIDATION_ERROR"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/assets/x/tickets,Invalid asset ID format",
        "POST,/api/v1/assets/x/tickets,Invalid asset ID format",
        "DELETE,/api/v1/assets/x/tickets/01970000-0000-7000-8000-000000000001,Invalid asset ID format",
        "DELETE,/api/v1/assets/01970000-0000-7000-8000-000000000001/tickets/x,Invalid ticket ID format",
        "GET,/api/v1/tickets/1-2-3-4-5/assets,Invalid ticket ID format",
        "POST,/api/v1/tickets/x/assets,Invalid ticket ID format",
        "DELETE,/api/v1/tickets/x/assets/01970000-0000-7000-8000-000000000001,Invalid ticket ID format",
        "DELETE,/api/v1/tickets/01970000-0000-7000-8000-000000000001/assets/x,Invalid asset ID format"
    })
    void anIdThatIsNoUuidIsRefused(String method, String path, String message) {
        desk.caller()
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body("error.message", equalTo(message));
    }

    @Test
    void theAssetSideTellsAWrongBodyThenTheAssetThenTheTicketThenTheDuplicate() {
        UUID asset = desk.asset();
        UUID ticket = desk.ticket();

        refused(
                desk.caller().body("{}").post("/api/v1/assets/" + Ids.next() + "/tickets"),
                400,
                "Invalid request data");
        refused(desk.linkTicket(Ids.next(), Ids.next()), 404, "Asset not found");
        refused(desk.linkTicket(asset, Ids.next()), 404, "Ticket not found");
        desk.linkTicket(asset, ticket).then().statusCode(201);
        refused(desk.linkTicket(asset, ticket), 409, "Ticket is already linked to this asset");
    }

    @Test
    void theTicketSideTellsTheTicketThenAWrongBodyThenTheAssetThenTheDuplicate() {
        UUID asset = desk.asset();
        UUID ticket = desk.ticket();

        refused(desk.caller().body("{}").post("/api/v1/tickets/" + Ids.next() + "/assets"), 404, "ticket not found");
        refused(desk.caller().body("{}").post("/api/v1/tickets/" + ticket + "/assets"), 400, "Validation failed");
        refused(desk.linkAsset(Ids.next(), Ids.next()), 404, "ticket not found");
        refused(desk.linkAsset(ticket, Ids.next()), 404, "Asset not found");
        desk.linkAsset(ticket, asset).then().statusCode(201);
        refused(desk.linkAsset(ticket, asset), 409, "Asset is already linked to this ticket");
    }

    @Test
    void anUnknownEndHasNoList() {
        refused(desk.ticketsOf(Ids.next()), 404, "Asset not found");
        refused(desk.assetsOf(Ids.next()), 404, "ticket not found");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/assets/%s/tickets,asset:read,ticket:read,read asset",
        "POST,/api/v1/assets/%s/tickets,asset:update,ticket:read,update asset",
        "DELETE,/api/v1/assets/%s/tickets/%s,asset:update,ticket:read,update asset",
        "GET,/api/v1/tickets/%s/assets,ticket:read,asset:read,read ticket",
        "POST,/api/v1/tickets/%s/assets,ticket:update,asset:read,update ticket",
        "DELETE,/api/v1/tickets/%s/assets/%s,ticket:update,asset:read,update ticket"
    })
    void bothPermissionsAreNeededAndTheMissingOneIsNamed(
            String method, String path, String first, String second, String missingFirst) {
        String target = String.format(path, desk.asset(), desk.ticket());

        forbidden(call(method, target, TestTokens.with(second)), missingFirst);
        String[] words = second.split(":");
        forbidden(call(method, target, TestTokens.with(first)), words[1] + " " + words[0]);
        given().contentType("application/json")
                .body("{}")
                .request(method, target)
                .then()
                .statusCode(401)
                .body("error.code", equalTo("UNAUTHORIZED"));
    }

    @Test
    void otherMethodsAndMediaTypesAreRefused() {
        String path = "/api/v1/assets/" + desk.asset() + "/tickets";

        desk.caller().body("{}").put(path).then().statusCode(405).body("error.code", equalTo("METHOD_NOT_ALLOWED"));
        desk.caller()
                .contentType("text/plain")
                .body("{}")
                .post(path)
                .then()
                .statusCode(415)
                .body("error.code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    private static Response call(String method, String path, TestTokens token) {
        return Desk.as(token).body("{}").request(method, path);
    }

    private static void forbidden(Response answer, String what) {
        refused(answer, 403, "Permission denied: Cannot " + what);
    }

    private static void refused(Response answer, int status, String message) {
        answer.then().statusCode(status).body("error.message", equalTo(message));
        assertEquals("application/problem+json", answer.contentType().replaceAll(";.*", ""));
    }
}
