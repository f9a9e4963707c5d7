package io.deskgraph.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyTest {

    private final UUID tenant = Ids.next();

    @ParameterizedTest
    @ValueSource(strings = {"/notes", "/notes/session"})
    void aRepeatGetsTheSameAnswerAndHasNoSecondEffect(String path) {
        Response first = post(path, tenant, "k1", "{\"text\":\"a\"}");
        Response second = post(path, tenant, "k1", "{\"text\":\"a\"}");

        assertEquals(201, first.statusCode(), first.asString());
        assertEquals(201, second.statusCode());
        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(first.contentType(), second.contentType());
        assertEquals("true", second.header("Idempotency-Replayed"));
        assertEquals(1, notes(tenant));
    }

    @Test
    void aKeyWithAnotherBodyIsRefused() {
        post("/notes", tenant, "k2", "{\"text\":\"a\"}");

        post("/notes", tenant, "k2", "{\"text\":\"b\"}")
                .then()
                .statusCode(422)
                .body("error.code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertEquals(1, notes(tenant));
    }

    @Test
    void anotherTenantsEqualKeyIsAnotherKey() {
        UUID other = Ids.next();

        assertEquals(201, post("/notes", tenant, "k3", "{\"text\":\"a\"}").statusCode());
        assertEquals(201, post("/notes", other, "k3", "{\"text\":\"b\"}").statusCode());

        assertEquals(1, notes(tenant));
        assertEquals(1, notes(other));
    }

    @Test
    void aRefusedRequestMayBeMendedAndSentAgain() {
        post("/notes", tenant, "k4", "{\"text\":null}").then().statusCode(400);

        post("/notes", tenant, "k4", "{\"text\":\"a\"}").then().statusCode(201);
    }

    @Test
    void anAnswerIsForgottenAfterADay() {
        Response first = post("/notes", tenant, "k5", "{\"text\":\"a\"}");
        Database.execute(
                "UPDATE idempotency_keys SET created_at = created_at - interval '25 hours' WHERE tenant_id = ?",
                tenant);

        Response second = post("/notes", tenant, "k5", "{\"text\":\"b\"}");

        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(2, notes(tenant));
    }

    @Test
    void ofTwinsInFlightOneHasTheEffectAndTheOthersAreToldToComeBack() throws Exception {
        String body = "{\"text\":\"a\",\"slow_millis\":300}";
        ExecutorService clients = Executors.newFixedThreadPool(50);
        try {
            Callable<Response> twin = () -> post("/notes", tenant, "k6", body);
            List<Future<Response>> answers =
                    clients.invokeAll(IntStream.range(0, 50).mapToObj(i -> twin).toList());
            Set<Integer> statuses = new TreeSet<>();
            for (Future<Response> answer : answers) {
                statuses.add(answer.get().statusCode());
                if (answer.get().statusCode() == 409) {
                    assertEquals("1", answer.get().header("Retry-After"));
                }
            }
            assertEquals(Set.of(201, 409), statuses);
        } finally {
            clients.shutdownNow();
        }
        assertEquals(1, notes(tenant));
        assertEquals(201, post("/notes", tenant, "k6", body).statusCode());
        assertEquals(1, notes(tenant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "é"})
    void aMalformedKeyIsRefused(String key) {
        post("/notes", tenant, key, "{\"text\":\"a\"}").then().statusCode(400);
    }

    @Test
    void theLongestKeyIsTakenAndALongerOneRefused() {
        String longest = IntStream.range(0, 255).mapToObj(i -> "k").collect(Collectors.joining());

        post("/notes", tenant, longest, "{\"text\":\"a\"}").then().statusCode(201);
        post("/notes", tenant, longest + "k", "{\"text\":\"b\"}").then().statusCode(400);
    }

    private static Response post(String path, UUID tenant, String key, String body) {
        return given().header(
                        "Authorization",
                        TestTokens.with("note:create").tenant(tenant, "t").bearer())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static long notes(UUID tenant) {
        return Database.count("SELECT count(*) FROM notes WHERE tenant_id = ?", tenant);
    }
}
