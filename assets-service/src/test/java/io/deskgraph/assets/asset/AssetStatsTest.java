package io.deskgraph.assets.asset;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssetStatsTest {

    private final Api api = Api.ofNewTenant();

    @Test
    void countsNothingWhereThereIsNothing() {
        assertEquals(
                "{\"total\":0,\"by_status\":{\"available\":0,\"deployed\":0,\"maintenance\":0,\"retired\":0},"
                        + "\"by_category\":{},\"by_location\":{},\"overdue\":0,\"warranty_30_days\":0,\"warranty_90_days\":0}",
                api.get("/api/assets/stats").asString());
    }

    @Test
    void countsByWhatAssetsAre() {
        // Given
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        int laptops = api.category("Laptops").getInt("id");
        int berlin = api.location("Berlin").getInt("id");
        int ada = api.employee("Ada").getInt("id");
        api.asset("T-1", ",\"category_id\":" + laptops + ",\"warranty_expiry\":\"" + today + "\"");
        api.asset("T-2", ",\"category_id\":" + laptops + ",\"warranty_expiry\":\"" + today.plusDays(29) + "\"");
        api.asset("T-3", ",\"location_id\":" + berlin + ",\"warranty_expiry\":\"" + today.plusDays(30) + "\"");
        api.asset("T-4", ",\"status\":\"retired\",\"warranty_expiry\":\"" + today.plusDays(90) + "\"");
        api.asset("T-5", ",\"warranty_expiry\":\"" + today.minusDays(1) + "\"");
        api.post("/api/assets/5/checkout", "{\"employee_id\":" + ada + ",\"expected_checkin\":\"2020-01-01\"}");

        // When
        JsonPath stats = api.get("/api/assets/stats").jsonPath();

        // Then
        assertEquals(5, stats.getInt("total"));
        assertEquals(Map.of("available", 3, "deployed", 1, "maintenance", 0, "retired", 1), stats.getMap("by_status"));
        assertEquals(Map.of("Laptops", 2), stats.getMap("by_category"));
        assertEquals(Map.of("Berlin", 1), stats.getMap("by_location"));
        assertEquals(1, stats.getInt("overdue"));
        assertEquals(2, stats.getInt("warranty_30_days"));
        assertEquals(3, stats.getInt("warranty_90_days"));
    }

    @Test
    void theListsFiltersApply() {
        api.asset("T-1", ",\"manufacturer\":\"Dell\",\"custom_fields\":{\"floor\":3}");
        api.asset("T-2");

        for (String query : new String[] {"manufacturer=Dell", "q=dell", "custom.floor=3"}) {
            api.get("/api/assets/stats?" + query)
                    .then()
                    .body("total", equalTo(1))
                    .body("by_status.available", equalTo(1));
        }
        api.get("/api/assets/stats?status=lost").then().statusCode(400);
    }
}
