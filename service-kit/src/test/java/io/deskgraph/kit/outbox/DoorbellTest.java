package io.deskgraph.kit.outbox;

import static io.restassured.RestAssured.given;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay that hardly looks by itself is woken by each commit, whatever kind of transaction it was. */
@QuarkusTest
@TestProfile(DoorbellTest.Drowsy.class)
class DoorbellTest {

    @ParameterizedTest
    @ValueSource(strings = {"/notes", "/notes/session"})
    void aCommitWakesTheRelay(String path) {
        for (int i = 0; i < 3; i++) {
            UUID tenant = Ids.next();
            create(path, tenant);
            Events.await(Topics.BUNDLES, tenant, events -> events.size() == 1);
        }
    }

    private static void create(String path, UUID tenant) {
        given().header(
                        "Authorization",
                        TestTokens.with("note:create").tenant(tenant, "t").bearer())
                .contentType("application/json")
                .body("{\"text\":\"wake up\"}")
                .post(path)
                .then()
                .statusCode(201);
    }

    public static class Drowsy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("deskgraph.outbox.idle", "10m");
        }
    }
}
