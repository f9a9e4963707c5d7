package io.deskgraph.assets.asset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {

    private final Api api = Api.ofNewTenant();

    @Test
    void tellsEveryChangeNewestFirst() {
        // Given
        String id = api.asset("T-1", ",\"custom_fields\":{\"n\":1.50}").getString("asset_id");
        api.employee("Ada");

        // When
        Response patched = api.patch("/api/assets/1", "{\"notes\":\"n\"}");
        api.patch("/api/assets/1", "{\"notes\":\"n\"}");
        api.post("/api/assets/1/checkout", "{\"employee_id\":1}");
        api.post("/api/assets/1/checkin", "{}");
        api.delete("/api/assets/1");

        // Then
        Response audit = api.get("/api/v1/assets/" + id + "/audit");
        audit.then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("data.version", contains(5, 4, 3, 2, 1))
                .body("data.action", contains("deleted", "checked_in", "checked_out", "updated", "created"))
                .body("data[0].after", nullValue())
                .body("data[0].before.status", equalTo("available"))
                .body("data[4].before", nullValue())
                .body("data[4].after.extension_data.n", equalTo(1.5f))
                .body("data[4].changes", equalTo(Map.of()))
                .body("data[3].request_id", equalTo(patched.header("X-Request-Id")))
                .body("data[3].actor_name", equalTo("Terry Technician"))
                .body("data[3].actor_type", equalTo("USER"))
                .body("data[3].changes", equalTo(Map.of("notes", Map.of("old", "", "new", "n"))))
                .body("data[3].before.notes", equalTo(""))
                .body("data[3].after.notes", equalTo("n"));
        assertEquals(
                Arrays.asList("available", "deployed"),
                List.of(
                        audit.jsonPath().getString("data[2].changes.status.old"),
                        audit.jsonPath().getString("data[2].changes.status.new")));
    }

    @Test
    void comesByPage() {
        String id = api.asset("T-1").getString("asset_id");
        IntStream.range(0, 4).forEach(i -> api.patch("/api/assets/1", "{\"notes\":\"" + i + "\"}"));

        Response page = api.get("/api/v1/assets/" + id + "/audit?page=2&limit=2");

        page.then().body("data.version", contains(3, 2));
        assertEquals(
                Map.of("page", 2, "limit", 2, "total", 5, "totalPages", 3),
                page.jsonPath().getMap("pagination"));
        api.get("/api/v1/assets/" + id + "/audit?page=9").then().statusCode(200).body("data", empty());
        api.get("/api/v1/assets/" + id + "/audit?limit=101").then().statusCode(400);
        api.get("/api/v1/assets/x/audit").then().statusCode(400);
        api.get("/api/v1/assets/0190f3a0-0001-7000-8000-000000000001/audit")
                .then()
                .statusCode(404);
    }
}
