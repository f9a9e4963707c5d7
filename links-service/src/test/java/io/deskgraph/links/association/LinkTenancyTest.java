package io.deskgraph.links.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.links.desk.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two tenants with the same data: what is the other's is as absent as what never was. */
@QuarkusTest
class LinkTenancyTest {

    private final Desk mine = Desk.open();
    private final Desk theirs = Desk.open();
    private final UUID asset = mine.asset();
    private final UUID ticket = mine.ticket();
    private final UUID theirAsset = theirs.asset();
    private final UUID theirTicket = theirs.ticket();

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/assets/ASSET/tickets",
        "POST,/api/v1/assets/ASSET/tickets",
        "DELETE,/api/v1/assets/ASSET/tickets/TICKET",
        "GET,/api/v1/tickets/TICKET/assets",
        "POST,/api/v1/tickets/TICKET/assets",
        "DELETE,/api/v1/tickets/TICKET/assets/ASSET"
    })
    void theOthersIdsAnswerAsIdsThatNeverWere(String method, String path) {
        mine.linkTicket(asset, ticket).then().statusCode(201);
        theirs.linkTicket(theirAsset, theirTicket).then().statusCode(201);
        UUID nobodys = Ids.next();
        UUID[][] swaps = {{theirAsset, theirTicket}, {theirAsset, ticket}, {asset, theirTicket}};

        for (UUID[] swap : swaps) {
            UUID likeAsset = swap[0].equals(asset) ? asset : nobodys;
            UUID likeTicket = swap[1].equals(ticket) ? ticket : nobodys;
            boolean mineInPath = path.contains("ASSET") ? swap[0].equals(asset) : swap[1].equals(ticket);
            boolean found = method.equals("GET") && mineInPath;
            Response foreign = call(method, path, swap[0], swap[1]);
            Response absent = call(method, path, likeAsset, likeTicket);
            assertEquals(absent.statusCode(), foreign.statusCode());
            assertEquals(found ? 200 : 404, foreign.statusCode(), path);
            assertEquals(plain(absent, nobodys, nobodys), plain(foreign, theirAsset, theirTicket));
        }
        assertEquals(1, theirs.links());
        assertEquals(1, mine.links());
    }

    @Test
    void equalIdsInBothTenantsAreTwoThings() {
        Desk twin = Desk.open();
        for (Desk desk : List.of(mine, twin)) {
            desk.assetChanges(asset, 2, "Same id");
            desk.ticketChanges(ticket, 2, "Same id");
            desk.applied(Topics.ASSETS, asset, 2);
            desk.applied(Topics.TICKETS, ticket, 2);
            desk.linkTicket(asset, ticket).then().statusCode(201);
        }

        mine.assetIsDeleted(asset, 3);
        mine.applied(Topics.ASSETS, asset, 3);

        assertEquals(0, mine.links());
        assertEquals(1, twin.links());
        assertEquals(200, twin.ticketsOf(asset).statusCode());
        assertEquals(
                1,
                Events.await(Topics.LINKS, twin.tenant(), events -> !events.isEmpty())
                        .size());
    }

    @Test
    void aQueryThatForgetsItsTenantSeesNothingOfTheOther() throws SQLException {
        theirs.linkTicket(theirAsset, theirTicket).then().statusCode(201);

        try (Connection app = Database.connect("app")) {
            app.setAutoCommit(false);
            app.createStatement().execute("SELECT set_config('app.tenant', '" + mine.tenant() + "', true)");
            for (String table : List.of("ticket_asset_links", "asset_copies", "ticket_copies", "departures")) {
                var seen = app.createStatement()
                        .executeQuery("SELECT count(*) FROM " + table + " WHERE tenant_id <> '" + mine.tenant() + "'");
                seen.next();
                assertEquals(0, seen.getLong(1), table);
            }
            app.rollback();
        }
        assertNotEquals(0, theirs.links());
    }

    private Response call(String method, String path, UUID usedAsset, UUID usedTicket) {
        String target = path.replace("ASSET", usedAsset.toString()).replace("TICKET", usedTicket.toString());
        String body = path.contains("/api/v1/assets/")
                ? "{\"ticket_id\":\"" + usedTicket + "\"}"
                : "{\"asset_id\":\"" + usedAsset + "\"}";
        return mine.caller().body(body).request(method, target);
    }

    /** The body without what says which request it answers. */
    private static String plain(Response answer, UUID usedAsset, UUID usedTicket) {
        return answer.asString()
                .replace(usedAsset.toString(), "ID")
                .replace(usedTicket.toString(), "ID")
                .replaceAll("\"(requestId|timestamp)\":\"[^\"]*\"", "");
    }
}
