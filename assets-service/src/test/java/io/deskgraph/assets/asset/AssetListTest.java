package io.deskgraph.assets.asset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AssetListTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final Api api = Api.ofNewTenant();

    @Test
    void isABareArrayByTag() {
        api.asset("B");
        api.asset("A");

        Response list = api.get("/api/assets");

        list.then().statusCode(200).header("Link", nullValue()).header("X-Total-Count", nullValue());
        assertEquals(List.of("A", "B"), list.jsonPath().getList("asset_tag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "asset_tag",
                "name",
                "manufacturer",
                "model",
                "serial",
                "status",
                "category",
                "location",
                "assigned_to",
                "purchase_date",
                "purchase_cost",
                "warranty_expiry",
                "asset_type",
                "expected_checkin",
                "created_at",
                "updated_at"
            })
    void everySortWalksEachRowOnceBothWays(String sort) {
        // Given: ties, values and gaps in each column
        int category = api.category("Laptops").getInt("id");
        int location = api.location("Berlin").getInt("id");
        for (int i = 0; i < 4; i++) {
            api.asset("F-" + i, """
                    ,"manufacturer":"M%1$d","model":"N","serial":"S%1$d","purchase_date":"2026-01-0%2$d",
                    "purchase_cost":%1$d.5,"warranty_expiry":"2027-01-01","expected_checkin":"2027-02-0%2$d",
                    "category_id":%3$d,"location_id":%4$d""".formatted(i / 2, i + 1, category, location));
        }
        for (int i = 0; i < 3; i++) {
            api.asset("E-" + i);
        }

        List<Integer> up = walk("/api/assets?limit=2&order=asc&sort=" + sort);
        List<Integer> down = walk("/api/assets?limit=2&order=desc&sort=" + sort);

        assertEquals(7, up.size());
        assertEquals(7, new HashSet<>(up).size());
        List<Integer> turned = new ArrayList<>(down);
        Collections.reverse(turned);
        assertEquals(up, turned);
    }

    @Test
    void filters() {
        int category = api.category("Laptops").getInt("id");
        int location = api.location("Berlin").getInt("id");
        api.asset("T-1", ",\"category_id\":" + category + ",\"asset_type\":\"server\",\"manufacturer\":\"Dell\"");
        api.asset("T-2", ",\"location_id\":" + location + ",\"warranty_expiry\":\"2020-01-01\"");
        api.asset("T-3", ",\"status\":\"retired\",\"serial\":\"100%_sure\\\\\"");

        assertTags("category_id=" + category, "T-1");
        assertTags("location_id=" + location, "T-2");
        assertTags("category_id=999");
        assertTags("asset_type=server", "T-1");
        assertTags("manufacturer=Dell", "T-1");
        assertTags("warranty_before=2020-01-02", "T-2");
        assertTags("warranty_before=2020-01-01");
        assertTags("status=retired", "T-3");
        assertTags("status=available", "T-1", "T-2");
        assertTags("has_open_tickets=true");
        assertTags("has_open_tickets=false", "T-1", "T-2", "T-3");
        assertTags("overdue=true");
        assertTags("assigned_to=1");
        assertTags("q=dELL", "T-1");
        assertTags("q=T-", "T-1", "T-2", "T-3");
        assertTags("q=T-2&status=retired");
    }

    @Test
    void wildcardsAreLetters() {
        api.asset("T-1", ",\"serial\":\"100%_sure\\\\\"");
        api.asset("T-2", ",\"serial\":\"100 sure\"");

        assertTags("q=0%25", "T-1");
        assertTags("q=0%25_s", "T-1");
        assertTags("q=e%5C", "T-1");
        assertTags("q=_s", "T-1");
        assertTags("q=", "T-1", "T-2");
    }

    @Test
    void countsOnRequest() {
        for (int i = 0; i < 3; i++) {
            api.asset("T-" + i);
        }

        api.get("/api/assets?count=true&limit=2&q=T-")
                .then()
                .header("X-Total-Count", equalTo("3"))
                .body("asset_tag", contains("T-0", "T-1"));
        api.get("/api/assets?count=true&q=nothing")
                .then()
                .header("X-Total-Count", equalTo("0"))
                .body("", empty());
    }

    @Test
    void goesOnWhereItWasWhileOthersWrite() {
        api.asset("B");
        api.asset("D");
        String next = next(api.get("/api/assets?limit=1"));

        api.asset("A");
        api.asset("C");

        assertEquals(List.of("C"), api.get(next).jsonPath().getList("asset_tag"));
    }

    @ParameterizedTest
    @CsvSource({
        "sort=password,sort",
        "order=sideways,order",
        "q=x,q",
        "limit=0,limit",
        "limit=1001,limit",
        "category_id=x,category_id",
        "status=lost,status",
        "warranty_before=x,warranty_before",
        "has_open_tickets=1,has_open_tickets",
        "cursor=x,cursor",
        "cursor=WzEsIlRBRysiLCJhIiwibm8tdXVpZCJd,cursor",
        "count=1,count"
    })
    void refusesBadParameters(String query, String member) {
        api.get("/api/assets?" + query)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body("error.details[0].path[0]", equalTo(member));
    }

    @Test
    void aCursorOfAnotherSortIsRefused() {
        api.asset("A");
        api.asset("B");
        String next = next(api.get("/api/assets?limit=1"));

        api.get(next + "&sort=name").then().statusCode(400);
    }

    private void assertTags(String query, String... tags) {
        assertEquals(List.of(tags), api.get("/api/assets?" + query).jsonPath().getList("asset_tag"), query);
    }

    private List<Integer> walk(String first) {
        List<Integer> ids = new ArrayList<>();
        for (String path = first; path != null; ) {
            Response page = api.get(path);
            assertEquals(200, page.statusCode(), page::asString);
            ids.addAll(page.jsonPath().getList("id", Integer.class));
            path = next(page);
        }
        return ids;
    }

    private static String next(Response page) {
        String header = page.header("Link");
        Matcher link = NEXT.matcher(header == null ? "" : header);
        return link.find() ? link.group(1) : null;
    }
}
