package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.standalone.client.Answer;
import io.deskgraph.standalone.client.GatewayClient;
import io.deskgraph.standalone.suite.Credentials;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two tenants with the same data; whatever one of them tries, the other's rows are as if they were not there. */
@ExtendWith(Suite.Extension.class)
class TenantWallIT {
    private final Suite suite;
    private final String prefix = Desk.unique();

    TenantWallIT(Suite suite) {
        this.suite = suite;
    }

    private record Call(String method, String path, Object body) {
        Answer send(GatewayClient client, String asset, String ticket) {
            String target = fill(path, asset, ticket);
            return switch (method) {
                case "GET" -> client.get(target);
                case "DELETE" -> client.delete(target);
                case "PUT" -> client.put(target, filled(asset, ticket));
                default -> client.post(target, filled(asset, ticket));
            };
        }

        /** Whether the call, filled with these ids, names one of the given. */
        boolean names(List<String> ids, String asset, String ticket) {
            String sent = fill(path + " " + body, ids.get(0), ids.get(1));
            return sent.contains(asset) || sent.contains(ticket);
        }

        private Object filled(String asset, String ticket) {
            return fill(String.valueOf(body), asset, ticket);
        }

        private static String fill(String text, String asset, String ticket) {
            return text.replace("{asset}", asset).replace("{ticket}", ticket);
        }
    }

    private static final List<Call> CALLS = List.of(
            new Call("GET", "/api/assets/{asset}", null),
            new Call("GET", "/api/v1/assets/{asset}", null),
            new Call("PUT", "/api/v1/assets/{asset}", "{\"name\":\"taken\"}"),
            new Call("DELETE", "/api/v1/assets/{asset}", null),
            new Call("GET", "/api/v1/tickets/{ticket}", null),
            new Call("PUT", "/api/v1/tickets/{ticket}", "{\"title\":\"taken\"}"),
            new Call("DELETE", "/api/v1/tickets/{ticket}", null),
            new Call("GET", "/api/v1/assets/{asset}/tickets", null),
            new Call("POST", "/api/v1/assets/{asset}/tickets", "{\"ticket_id\":\"{ticket}\"}"),
            new Call("DELETE", "/api/v1/assets/{asset}/tickets/{ticket}", null),
            new Call("GET", "/api/v1/tickets/{ticket}/assets", null),
            new Call("POST", "/api/v1/tickets/{ticket}/assets", "{\"asset_id\":\"{asset}\"}"),
            new Call("DELETE", "/api/v1/tickets/{ticket}/assets/{asset}", null));

    @TestFactory
    Stream<DynamicTest> anothersIdIsAnsweredAsOneThatNobodyHas() {
        Desk mine = new Desk(suite.client("acme", "admin"), prefix);
        Desk theirs = new Desk(suite.client("globex", "admin"), prefix);
        String asset = theirs.asset();
        String ticket = theirs.ticket();
        assertEquals(201, theirs.link(asset, ticket).status());
        String ownAsset = mine.asset();
        String ownTicket = mine.ticket();

        return CALLS.stream().flatMap(call -> Stream.of(
                        List.of(asset, ticket), List.of(asset, ownTicket), List.of(ownAsset, ticket))
                .filter(ids -> call.names(ids, asset, ticket))
                .map(ids -> dynamicTest(call.method() + " " + call.path() + " " + position(ids, asset, ticket), () -> {
                    List<String> nobodys = ids.stream()
                            .map(id -> id.equals(asset) || id.equals(ticket)
                                    ? UUID.randomUUID().toString()
                                    : id)
                            .toList();
                    assertSame(
                            call.send(mine.client(), nobodys.get(0), nobodys.get(1)),
                            call.send(mine.client(), ids.get(0), ids.get(1)));
                })));
    }

    private static String position(List<String> ids, String asset, String ticket) {
        return (ids.get(0).equals(asset) ? "their asset" : "own asset")
                + (ids.get(1).equals(ticket) ? ", their ticket" : ", own ticket");
    }

    @Test
    void listsFiltersAndTotalsKnowNothingOfTheOther() {
        Desk mine = new Desk(suite.client("acme", "admin"), prefix + "l");
        Desk theirs = new Desk(suite.client("globex", "admin"), prefix + "l");
        String asset = theirs.asset();
        theirs.asset();
        theirs.ticket();
        mine.asset();

        assertEquals(
                1, mine.client().get("/api/assets?q=" + prefix + "l").json().size());
        assertEquals(
                1,
                mine.client()
                        .get("/api/v1/assets?asset_tag=" + prefix + "l")
                        .json()
                        .at("/pagination/total")
                        .asInt());
        assertEquals(0, total(mine, "/api/v1/tickets?client_id=" + theirs.customer()));
        assertEquals(0, total(mine, "/api/v1/tickets?board_id=" + theirs.board()));
        assertEquals(0, total(mine, "/api/v1/tickets?board_id=" + mine.board()));
        assertEquals(0, total(mine, "/api/v1/tickets?asset_id=" + asset));
    }

    @Test
    void aReferenceToAnothersRowIsRefusedAsUnknown() {
        Desk mine = new Desk(suite.client("acme", "admin"), prefix + "r");
        Desk theirs = new Desk(suite.client("globex", "admin"), prefix + "r");
        String ticket = mine.ticket();

        assertEquals(
                400,
                mine.client()
                        .put("/api/v1/tickets/" + ticket, Map.of("client_id", theirs.customer()))
                        .status());
        assertEquals(
                mine.customer(),
                mine.client()
                        .get("/api/v1/tickets/" + ticket)
                        .data()
                        .path("client_id")
                        .asText());
    }

    @Test
    void aKeyOnTheWrongHostAndAWrongTenantHeaderAreRefusedAlike() {
        Credentials credentials = suite.credentials();
        GatewayClient swapped = suite.anonymous(credentials.tenant("globex").host())
                .with("X-API-Key", credentials.tenant("acme").key("admin"));
        GatewayClient unknown =
                suite.anonymous(credentials.tenant("globex").host()).with("X-API-Key", "dgk_nobody");
        GatewayClient mismatch = suite.client("acme", "admin")
                .with("x-tenant-id", credentials.tenant("globex").tenantId().toString());

        for (Call call : CALLS) {
            String id = UUID.randomUUID().toString();
            Answer answer = call.send(swapped, id, id);
            assertEquals(401, answer.status(), call.path());
            assertSame(call.send(unknown, id, id), answer);
            assertEquals(401, call.send(mismatch, id, id).status(), call.path());
        }
    }

    /** Equal in all but what names the request itself. */
    private static void assertSame(Answer nobodys, Answer theirs) {
        assertFalse(theirs.isSuccess(), theirs.text());
        assertEquals(nobodys.status(), theirs.status(), theirs.text());
        assertEquals(comparable(nobodys), comparable(theirs));
        assertEquals(nobodys.header("ETag"), theirs.header("ETag"));
    }

    private static JsonNode comparable(Answer answer) {
        if (answer.json() instanceof ObjectNode problem) {
            problem.remove(List.of("instance", "requestId"));
            if (problem.path("meta") instanceof ObjectNode meta) {
                meta.remove("timestamp");
            }
            return problem;
        }
        return answer.json();
    }

    private static int total(Desk desk, String path) {
        Answer answer = desk.client().get(path);
        assertEquals(200, answer.status(), answer.text());
        return answer.json().at("/pagination/total").asInt();
    }
}
