package io.deskgraph.links.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.links.desk.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two tenants with graphs of the same names: what is the other's is as absent as what never was. */
@QuarkusTest
class GraphTenancyTest {

    private static final String ITEMS = "{\"metadata\":[{\"metadataKey\":\"k\",\"metadataValue\":\"v\"}]}";

    private final Graph mine = new Graph();
    private final Graph theirs = new Graph();
    private String theirLink = "";

    @BeforeEach
    void graphs() {
        mine.assets("a1", "b1", "c1");
        mine.child("a1", "b1");
        theirs.assets("a1", "b1", "c1");
        theirLink = theirs.child("a1", "b1");
        theirs.caller()
                .body(ITEMS)
                .post("/asset-links/" + theirLink + "/metadata")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/asset-links/single/LINK|404|",
                "PUT|/asset-links/LINK|404|{\"tags\":[\"x\"]}",
                "DELETE|/asset-links/LINK|404|",
                "GET|/asset-links/LINK/metadata|404|",
                "POST|/asset-links/LINK/metadata|404|" + ITEMS,
                "PUT|/asset-links/LINK/metadata|404|" + ITEMS,
                "DELETE|/asset-links/LINK/metadata|404|{\"metadataKeys\":[\"k\"]}",
                "DELETE|/api/v1/assets/relationships/LINK|404|",
                "GET|/api/v1/assets/ASSET/relationships|404|",
                "POST|/api/v1/assets/ASSET/relationships|404|{\"related_asset_id\":\"MINE\",\"relationship_type\":\"x\"}",
                "POST|/api/v1/assets/MINE/relationships|404|{\"related_asset_id\":\"ASSET\",\"relationship_type\":\"x\"}",
                "GET|/api/v1/assets/ASSET/impact|404|",
                "GET|/database/default/assets/ASSET/asset-links|404|",
                "GET|/database/default/assets/ASSET/asset-links?childTreeView=true|404|"
            })
    void theOthersIdsAnswerAsIdsThatNeverWere(String method, String path, int status, String body) {
        UUID nobodys = Ids.next();

        Response foreign = call(method, path, body, theirs.id("a1").toString(), theirLink);
        Response absent = call(method, path, body, nobodys.toString(), nobodys.toString());

        assertEquals(status, foreign.statusCode());
        assertEquals(status, absent.statusCode());
        assertEquals(
                plain(absent, nobodys.toString(), nobodys.toString()),
                plain(foreign, theirs.id("a1").toString(), theirLink));
        assertEquals(1, mine.edges());
        assertEquals(1, theirs.edges());
    }

    @Test
    void anEdgeHasNoEndInTheOtherTenant() {
        String foreign = theirs.id("b1").toString();
        Graph.link(mine.caller(), "a1", foreign, "related", null).then().statusCode(400);
        Graph.link(mine.caller(), foreign, "a1", "related", null).then().statusCode(400);
        assertEquals(1, mine.edges());
    }

    @Test
    void namesThatBothHaveAreTwoThings() {
        mine.list("a1").then().statusCode(200);
        theirs.desk().assetIsDeleted(theirs.id("b1"), 2);
        theirs.desk().applied(Topics.ASSETS, theirs.id("b1"), 2);

        assertEquals(0, theirs.edges());
        assertEquals(1, mine.edges());
        assertEquals(List.of("b1"), mine.tree("a1").jsonPath().getList("children.assetId"));
        assertEquals(List.of(), theirs.tree("a1").jsonPath().getList("children.assetId"));
    }

    @Test
    void aQueryThatForgetsItsTenantSeesNothingOfTheOther() throws SQLException {
        try (Connection app = Database.connect("app")) {
            app.setAutoCommit(false);
            app.createStatement().execute("SELECT set_config('app.tenant', '" + mine.tenant() + "', true)");
            for (String table : List.of("asset_links", "asset_link_metadata", "bundle_members", "owed_links")) {
                var seen = app.createStatement()
                        .executeQuery("SELECT count(*) FROM " + table + " WHERE tenant_id <> '" + mine.tenant() + "'");
                seen.next();
                assertEquals(0, seen.getLong(1), table);
            }
            app.rollback();
        }
        assertNotEquals(0, theirs.edges());
    }

    private Response call(String method, String path, String body, String asset, String link) {
        return mine.caller()
                .body(filled(body == null ? "" : body, asset, link))
                .request(method, filled(path, asset, link));
    }

    private String filled(String text, String asset, String link) {
        return text.replace("ASSET", asset)
                .replace("LINK", link)
                .replace("MINE", mine.id("c1").toString());
    }

    /** The body without what says which request it answers. */
    private static String plain(Response answer, String asset, String link) {
        return answer.asString()
                .replace(asset, "ID")
                .replace(link, "ID")
                .replaceAll("\"(requestId|timestamp)\":\"[^\"]*\"", "");
    }
}
