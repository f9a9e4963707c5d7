package io.deskgraph.assets.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssetSearchTest {

    private final Api api = Api.ofNewTenant();

    @Test
    void looksInEveryMemberThatIdentifiesAnAsset() {
        api.asset("TAG-1");
        api.asset("B", ",\"serial\":\"SN-77\"");
        api.asset("C", ",\"model\":\"Latitude\"");
        api.asset("D", ",\"manufacturer\":\"Siemens\"");
        api.post("/api/assets", "{\"asset_tag\":\"E\",\"name\":\"Projector\"}");

        assertTags("q=ag-1", "TAG-1");
        assertTags("q=n-77", "B");
        assertTags("q=titu", "C");
        assertTags("q=iemen", "D");
        assertTags("q=jecto", "E");
        assertTags("q=zz");
    }

    @Test
    void caseAndAccentsDoNotMatterAndTwoLettersAreEnough() {
        api.asset("T-1", ",\"manufacturer\":\"Société Générale\"");
        api.asset("T-2", ",\"model\":\"ÄRZTE\"");
        api.asset("T-3", ",\"model\":\"Кабель\"");

        assertTags("q=societe", "T-1");
        assertTags("q=G%C3%89N%C3%A9rale", "T-1");
        assertTags("q=%C3%A4r", "T-2");
        assertTags("q=arzte", "T-2");
        assertTags("q=%D0%9A%D0%90%D0%91", "T-3");
        assertTags("q=oc", "T-1");
    }

    @Test
    void theLikeliestComeFirst() {
        api.asset("A-contains", ",\"model\":\"for lt-9\"");
        api.post("/api/assets", "{\"asset_tag\":\"B\",\"name\":\"LT-9 stand\"}");
        api.asset("lt-99");
        api.asset("LT-9");
        api.asset("LT-91");

        assertTags("q=lt-9", "LT-9", "LT-91", "lt-99", "B", "A-contains");
        assertTags("q=lt-9&sort=asset_tag", "A-contains", "B", "LT-9", "LT-91", "lt-99");
        assertTags("q=lt-9&order=desc", "lt-99", "LT-91", "LT-9", "B", "A-contains");
    }

    @Test
    void aWalkOverRankedHitsSeesEachOnceAndInOrder() {
        // Given: several of each rank
        for (int i = 0; i < 3; i++) {
            api.asset("box-" + i);
            api.post("/api/assets", "{\"asset_tag\":\"n" + i + "\",\"name\":\"Box " + i + "\"}");
            api.asset("m" + i, ",\"model\":\"toolbox\"");
        }

        // When
        List<String> all = api.get("/api/assets?q=box").jsonPath().getList("asset_tag");
        List<List<String>> walks = List.of(walk("/api/assets?q=box&limit=1"), walk("/api/assets?q=box&limit=4"));

        // Then
        assertEquals(List.of("box-0", "box-1", "box-2", "n0", "n1", "n2", "m0", "m1", "m2"), all);
        assertEquals(List.of(all, all), walks);
        assertEquals("9", api.get("/api/assets?q=box&limit=2&count=true").header("X-Total-Count"));
    }

    @Test
    void combinesWithFilters() {
        api.asset("T-1", ",\"manufacturer\":\"Dell\",\"status\":\"retired\"");
        api.asset("T-2", ",\"manufacturer\":\"Dell\",\"custom_fields\":{\"floor\":3}");
        api.asset("T-3", ",\"manufacturer\":\"HP\"");

        assertTags("q=dell&status=retired", "T-1");
        assertTags("q=t-&manufacturer=Dell", "T-1", "T-2");
        assertTags("q=dell&custom.floor=3", "T-2");
        assertTags("q=dell&has_open_tickets=true");
        assertEquals(
                List.of("T-2"),
                api.get("/api/v1/assets?q=dell&status=available").jsonPath().getList("data.asset_tag"));
    }

    @Test
    void customFieldsAreFoundByWhatTheyAre() {
        api.asset("T-1", ",\"custom_fields\":{\"floor\":3,\"critical\":true,\"due\":\"2026-01-02\"}");
        api.asset("T-2", ",\"custom_fields\":{\"floor\":\"3\",\"critical\":false}");
        api.asset("T-3", ",\"custom_fields\":{\"floor\":3.50}");

        assertTags("custom.floor=3", "T-1", "T-2");
        assertTags("custom.floor=3.5", "T-3");
        assertTags("custom.critical=true", "T-1");
        assertTags("custom.due=2026-01-02", "T-1");
        assertTags("custom.floor=3&custom.critical=false", "T-2");
        assertTags("custom.floor=3.5&custom.floor=3", "T-1", "T-2", "T-3");
        assertTags("custom.nowhere=1");
        assertTags("custom.floor=%27%29%20OR%20true--");
        assertEquals(2, api.get("/api/v1/assets?custom.floor=3").jsonPath().getInt("pagination.total"));
    }

    @Test
    void theOtherDialectsTextFiltersFoldToo() {
        api.asset("LT-Ä", ",\"serial\":\"thing\"");

        for (String query : List.of("asset_tag=t-a", "name=ING", "q=lt-a")) {
            assertEquals(1, api.get("/api/v1/assets?" + query).jsonPath().getInt("pagination.total"), query);
        }
        assertEquals(0, api.get("/api/v1/assets?asset_tag=thing").jsonPath().getInt("pagination.total"));
    }

    @Test
    void aBrokenCursorIsRefused() {
        for (String cursor : Set.of("x", "WzEsIlJFTEVWQU5DRSIsIngiLCJhIiwiYiJd")) {
            api.get("/api/assets?q=box&cursor=" + cursor).then().statusCode(400);
        }
    }

    private void assertTags(String query, String... tags) {
        Response list = api.get("/api/assets?" + query);
        assertEquals(200, list.statusCode(), list::asString);
        assertEquals(List.of(tags), list.jsonPath().getList("asset_tag"), query);
    }

    private List<String> walk(String first) {
        List<String> tags = new ArrayList<>();
        for (String path = first; path != null; ) {
            Response page = api.get(path);
            tags.addAll(page.jsonPath().getList("asset_tag"));
            String link = page.header("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return tags;
    }
}
