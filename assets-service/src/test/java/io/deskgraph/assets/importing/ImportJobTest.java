package io.deskgraph.assets.importing;

import static io.deskgraph.assets.Files.upload;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.assets.Api;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ImportJobTest.SmallSteps.class)
class ImportJobTest {

    /** Many batches, so that something can happen between them. */
    public static class SmallSteps implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "deskgraph.import.batch", "20",
                    "deskgraph.import.poll", "50ms",
                    "quarkus.datasource.reactive.max-size", "8");
        }
    }

    private final Api api = Api.ofNewTenant();

    @Test
    void aJobReportsWhatTheImportWouldHave() {
        Response accepted = upload(api, "?async=true", "asset_tag,name,status\nA,One,\nB,Two,odd\nC,Three,\n");

        String location = accepted.header("Location");
        assertEquals(202, accepted.statusCode());
        assertEquals("/api/v1/imports/" + accepted.path("import_id"), location);
        assertTrue(Set.of("queued", "running", "done").contains((String) accepted.path("status")));
        JsonPath job = finished(location);
        assertEquals("done", job.getString("data.status"));
        assertEquals("assets.csv", job.getString("data.file_name"));
        assertEquals(
                Map.of("rows", 3, "percent", 100, "created", 2, "updated", 0, "unchanged", 0, "errors", 1),
                job.getMap("data.progress"));
        assertEquals(2, job.getInt("data.report.created"));
        assertEquals(
                List.of(Map.of("row", 3, "error", "Invalid status 'odd'", "column", "status")),
                job.getList("data.report.errors"));
        assertEquals(List.of("A", "C"), api.get("/api/assets").jsonPath().getList("asset_tag"));
        assertEquals(
                0,
                Database.count("SELECT count(*) FROM import_chunks WHERE tenant_id = ?", api.tenant()),
                "the file is gone");
        api.get("/api/v1/imports")
                .then()
                .body("pagination.total", equalTo(1))
                .body("data[0].status", equalTo("done"))
                .body("data[0].report", nullValue());
        assertEquals(
                List.of("Terry Technician", "Terry Technician"),
                Database.texts("SELECT actor_name FROM asset_audit WHERE tenant_id = ?", api.tenant()));
    }

    @Test
    void aJobThatIsTakenOverGoesOnWithoutDoingARowTwice() {
        String location = upload(api, "?async=true", rows(3_000)).header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        Eventually.until("some rows are in", () -> records(id) >= 200);

        int taken = Database.execute(
                "UPDATE import_jobs SET lease_owner = gen_random_uuid(), lease_until = now() - interval '1 s'"
                        + " WHERE id = ?::uuid AND status = 'running'",
                id);

        JsonPath job = finished(location);
        assertEquals(1, taken);
        assertEquals("done", job.getString("data.status"));
        assertEquals(2_700, job.getInt("data.report.created"));
        assertEquals(0, job.getInt("data.report.unchanged"), "a row done twice would be unchanged the second time");
        assertEquals(
                IntStream.rangeClosed(1, 300).mapToObj(i -> i * 10 + 1).toList(),
                job.getList("data.report.errors.row"));
        assertEquals(2_700, Database.count("SELECT count(*) FROM assets WHERE tenant_id = ?", api.tenant()));
        assertEquals(2_700, Database.count("SELECT count(*) FROM asset_audit WHERE tenant_id = ?", api.tenant()));
    }

    @Test
    void aCancelledJobStopsAndKeepsWhatItHasWritten() {
        String location = upload(api, "?async=true", rows(20_000)).header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        Eventually.until("some rows are in", () -> records(id) >= 40);

        Response cancelled = api.post(location + "/cancel", "");

        assertEquals(200, cancelled.statusCode());
        assertEquals("cancelled", cancelled.path("data.status"));
        int created = cancelled.path("data.report.created");
        assertEquals(409, api.post(location + "/cancel", "").statusCode());
        String other = upload(api, "?async=true", "asset_tag,name\nZ,Last\n").header("Location");
        finished(other);
        assertEquals(created + 1, Database.count("SELECT count(*) FROM assets WHERE tenant_id = ?", api.tenant()));
        assertEquals("cancelled", api.get(location).path("data.status"));
    }

    @Test
    void aTrialRunAsAJobWritesNothing() {
        String location = upload(api, "?async=true&dry_run=true", rows(100)).header("Location");

        JsonPath job = finished(location);

        assertEquals(90, job.getInt("data.report.created"));
        assertEquals(0, Database.count("SELECT count(*) FROM assets WHERE tenant_id = ?", api.tenant()));
    }

    @Test
    void aFileThatIsNotOursFailsTheJob() {
        JsonPath job = finished(upload(api, "?async=true", "colour\nred\n").header("Location"));

        assertEquals("failed", job.getString("data.status"));
        assertEquals("Unknown columns: 'colour'", job.getString("data.failure"));
    }

    @Test
    void theSameKeyMakesOneJob() {
        Response first = keyed("asset_tag,name\nA,One\n");
        Response second = keyed("asset_tag,name\nA,One\n");

        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals("true", second.header("Idempotency-Replayed"));
        assertEquals(422, keyed("asset_tag,name\nB,One\n").statusCode());
        Eventually.until(
                "one job is left",
                () -> Database.count("SELECT count(*) FROM import_jobs WHERE tenant_id = ?", api.tenant()) == 1);
    }

    @Test
    void anothersJobIsAsUnknownAsNobodys() {
        Api theirs = Api.ofNewTenant();
        String location =
                upload(theirs, "?async=true", "asset_tag,name\nA,One\n").header("Location");

        for (String path : List.of(location, "/api/v1/imports/" + Ids.next())) {
            api.get(path).then().statusCode(404).body("message", equalTo("Import not found"));
            api.post(path + "/cancel", "").then().statusCode(404).body("message", equalTo("Import not found"));
        }
        api.get("/api/v1/imports").then().body("data.size()", equalTo(0));
        api.get("/api/v1/imports/x").then().statusCode(400);
        api.get("/api/v1/imports?limit=101").then().statusCode(400);
        assertEquals("done", finished(theirs, location).getString("data.status"));
    }

    private Response keyed(String file) {
        return io.restassured.RestAssured.given()
                .header("Authorization", api.token())
                .header("Idempotency-Key", "key-1")
                .multiPart("file", "assets.csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv")
                .post("/api/assets/import/csv?async=true");
    }

    private JsonPath finished(String location) {
        return finished(api, location);
    }

    private static JsonPath finished(Api api, String location) {
        return Eventually.get(
                "the job is over", () -> api.get(location).jsonPath(), job -> Set.of("done", "failed", "cancelled")
                        .contains(job.getString("data.status")));
    }

    private static long records(String id) {
        return Database.count("SELECT records FROM import_jobs WHERE id = ?::uuid", id);
    }

    private static String rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "T-%06d,Thing %d,%s".formatted(i, i, i % 10 == 0 ? "nowhere" : ""))
                .collect(Collectors.joining("\n", "asset_tag,name,status\n", "\n"));
    }
}
