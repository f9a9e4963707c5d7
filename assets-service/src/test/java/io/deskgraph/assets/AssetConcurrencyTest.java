package io.deskgraph.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssetConcurrencyTest {

    private static final String BODY = "{\"asset_tag\":\"T-1\",\"name\":\"n\"}";

    private final Api api = Api.ofNewTenant();

    @Test
    void noUpdateIsLostWhenWritersSayWhatTheyRead() {
        // Given
        String path = "/api/v1/assets/" + api.asset("T-1", ",\"notes\":\"0\"").getString("asset_id");

        // When
        Parallel.times(8, writer -> {
            for (int i = 0; i < 5; i++) {
                Eventually.until("increment", () -> increment(path) == 200);
            }
            return writer;
        });

        // Then
        assertEquals("40", api.get(path).jsonPath().getString("data.notes"));
        assertTrue(api.get(path).header("ETag").startsWith("\"41-"));
    }

    @Test
    void fiftyTwinsHaveOneEffectAndOneAnswer() {
        List<Response> answers = Parallel.times(50, i -> twin("/api/assets", BODY, "k"));

        Set<Integer> statuses = answers.stream().map(Response::statusCode).collect(Collectors.toSet());
        assertTrue(Set.of(201, 409).containsAll(statuses), statuses::toString);
        assertEquals(
                1,
                answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Response::asString)
                        .distinct()
                        .count());
        assertEquals(1, Database.count("SELECT count(*) FROM assets WHERE tenant_id = ?", api.tenant()));
        assertEquals(422, twin("/api/assets", BODY.replace("T-1", "T-2"), "k").statusCode());
    }

    @Test
    void lookUpsAreCreatedOnceToo() {
        Response first = twin("/api/categories", "{\"name\":\"Laptops\"}", "k");
        Response second = twin("/api/categories", "{\"name\":\"Laptops\"}", "k");

        assertEquals(201, second.statusCode());
        assertEquals(first.asString(), second.asString());
        assertEquals("true", second.header("Idempotency-Replayed"));
    }

    @Test
    void anotherTenantsEqualKeyIsItsOwn() {
        Api other = Api.ofNewTenant();
        assertEquals(201, twin("/api/v1/assets", BODY, "k").statusCode());

        Response theirs =
                other.request().header("Idempotency-Key", "k").body(BODY).post("/api/v1/assets");

        assertEquals(201, theirs.statusCode());
        assertEquals(null, theirs.header("Idempotency-Replayed"));
    }

    @Test
    void ofParallelFirstAssetsEachFindsTheDefaultDatabase() {
        List<Integer> statuses = Parallel.times(
                16, i -> api.post("/api/assets", BODY.replace("T-1", "T-" + i)).statusCode());

        assertEquals(Set.of(201), Set.copyOf(statuses));
        assertEquals(1, Database.count("SELECT count(*) FROM asset_databases WHERE tenant_id = ?", api.tenant()));
    }

    @Test
    void ofParallelTwinTagsOneIsStored() {
        List<Integer> statuses =
                Parallel.times(16, i -> api.post("/api/assets", BODY).statusCode());

        assertEquals(1, statuses.stream().filter(status -> status == 201).count());
        assertEquals(15, statuses.stream().filter(status -> status == 409).count());
    }

    private int increment(String path) {
        Response read = api.get(path);
        int next = Integer.parseInt(read.jsonPath().getString("data.notes")) + 1;
        return api.request()
                .header("If-Match", read.header("ETag"))
                .body("{\"notes\":\"" + next + "\"}")
                .put(path)
                .statusCode();
    }

    private Response twin(String path, String body, String key) {
        return api.request().header("Idempotency-Key", key).body(body).post(path);
    }
}
