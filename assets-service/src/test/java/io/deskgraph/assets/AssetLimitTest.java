package io.deskgraph.assets;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssetLimitTest {

    private final Api api = Api.ofNewTenant();

    @Test
    void ofSixtyFourParallelCreationsExactlyFiftySucceed() {
        limit(1, "50");

        List<Integer> statuses = Parallel.times(64, i -> create("T-" + i));

        Map<Integer, Long> counts =
                statuses.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(Map.of(201, 50L, 402, 14L), counts);
        assertEquals(50, Database.count("SELECT count(*) FROM assets WHERE tenant_id = ?", api.tenant()));
        assertEquals(
                List.of("1", "50", "50"),
                List.of(
                        Database.texts("SELECT min(number) FROM assets WHERE tenant_id = ?", api.tenant())
                                .get(0),
                        Database.texts("SELECT max(number) FROM assets WHERE tenant_id = ?", api.tenant())
                                .get(0),
                        Database.texts("SELECT asset_count FROM inventories WHERE tenant_id = ?", api.tenant())
                                .get(0)),
                "numbers are without gap and the counter is exact");
    }

    @Test
    void aPlaceIsFreedByDeletionAndTheLimitMoves() {
        limit(1, "1");
        api.asset("T-1");
        api.post("/api/v1/assets", "{\"asset_tag\":\"T-2\",\"name\":\"n\"}")
                .then()
                .statusCode(402)
                .body("error.code", equalTo("ASSET_LIMIT_REACHED"))
                .body("message", equalTo("Asset limit reached"));

        api.delete("/api/assets/1");
        assertEquals(201, create("T-2"));
        assertEquals(402, create("T-3"));

        limit(2, "2");
        assertEquals(201, create("T-3"));
        assertEquals(402, create("T-4"));

        limit(3, "null");
        assertEquals(201, create("T-4"));
    }

    @Test
    void aLimitOfNothingAllowsNothing() {
        limit(1, "0");

        assertEquals(402, create("T-1"));
    }

    @Test
    void anothersTenantEventIsNotOurs() {
        String other = Api.ofNewTenant().tenant().toString();
        Events.publish(Topics.IDENTITY, EventTypes.TENANT_UPDATED, api.tenant(), other, 1, tenant("0"));
        limit(1, "5");

        assertEquals(201, create("T-1"));
    }

    private int create(String tag) {
        return api.post("/api/assets", "{\"asset_tag\":\"" + tag + "\",\"name\":\"n\"}")
                .statusCode();
    }

    private void limit(long version, String limit) {
        String id = api.tenant().toString();
        Events.publish(Topics.IDENTITY, EventTypes.TENANT_UPDATED, api.tenant(), id, version, tenant(limit));
        Eventually.until(
                "limit known",
                () -> Database.count(
                                "SELECT count(*) FROM inbox WHERE tenant_id = ? AND subject = ? AND version = ?",
                                api.tenant(),
                                id,
                                version)
                        == 1);
    }

    private static String tenant(String limit) {
        return """
                {"after":{"slug":"acme","name":"Acme","is_msp":false,"settings":{"asset_limit":%s}},"changed":{}}""".formatted(limit);
    }
}
