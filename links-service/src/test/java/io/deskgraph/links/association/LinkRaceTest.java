package io.deskgraph.links.association;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.links.desk.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinkRaceTest {

    private static final int CALLERS = 50;

    private final Desk desk = Desk.open();
    private final UUID asset = desk.asset();
    private final UUID ticket = desk.ticket();

    @Test
    void ofManyWhoLinkOnePairFromBothSidesOneDoesAndTheOthersAreTold() {
        List<Response> answers =
                together(i -> i % 2 == 0 ? desk.linkTicket(asset, ticket) : desk.linkAsset(ticket, asset));

        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
        Set<String> refusals = answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .map(answer -> answer.statusCode() + " " + answer.jsonPath().getString("error.message"))
                .collect(Collectors.toSet());
        assertTrue(
                Set.of("409 Ticket is already linked to this asset", "409 Asset is already linked to this ticket")
                        .containsAll(refusals),
                refusals.toString());
        assertEquals(1, desk.links());
        assertEquals(1, desk.linkEvents(1).size());
    }

    @Test
    void ofManyWhoUnlinkOnePairOneDoes() {
        desk.linkTicket(asset, ticket).then().statusCode(201);

        List<Response> answers = together(i -> desk.unlinkTicket(asset, ticket));

        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 204).count());
        assertEquals(
                CALLERS - 1,
                answers.stream().filter(answer -> answer.statusCode() == 404).count());
        assertEquals(2, desk.linkEvents(2).size());
    }

    @Test
    void twinsUnderOneIdempotencyKeyHaveOneEffectAndOneAnswer() {
        List<Response> answers = together(i -> keyed("twin", desk.tenant(), ticket));

        List<Response> made =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertTrue(answers.stream().allMatch(answer -> answer.statusCode() == 201 || inProgress(answer)));
        assertTrue(!made.isEmpty());
        assertEquals(1, made.stream().map(Response::asString).distinct().count());
        assertEquals(
                keyed("twin", desk.tenant(), ticket).asString(), made.get(0).asString());
        assertEquals(1, desk.links());
        assertEquals(1, desk.linkEvents(1).size());
    }

    @Test
    void aKeyIsBoundToItsBodyAndItsTenant() {
        keyed("bound", desk.tenant(), ticket).then().statusCode(201);
        Desk other = Desk.open();
        UUID otherAsset = other.asset();
        UUID otherTicket = other.ticket();

        keyed("bound", desk.tenant(), desk.ticket())
                .then()
                .statusCode(422)
                .body("error.code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        other.caller()
                .header("Idempotency-Key", "bound")
                .body("{\"ticket_id\":\"" + otherTicket + "\"}")
                .post("/api/v1/assets/" + otherAsset + "/tickets")
                .then()
                .statusCode(201)
                .body("data.tenant", equalTo(other.tenant().toString()));
    }

    private Response keyed(String key, UUID tenant, UUID wanted) {
        return Desk.as(TestTokens.with("asset:update", "ticket:read").tenant(tenant, "desk"))
                .header("Idempotency-Key", key)
                .body("{\"ticket_id\":\"" + wanted + "\"}")
                .post("/api/v1/assets/" + asset + "/tickets");
    }

    private static boolean inProgress(Response answer) {
        return answer.statusCode() == 409 && answer.header("Retry-After") != null;
    }

    private static List<Response> together(IntFunction<Response> call) {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<CompletableFuture<Response>> calls = IntStream.range(0, CALLERS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i), callers))
                .toList();
        List<Response> answers = calls.stream().map(CompletableFuture::join).toList();
        callers.shutdown();
        return answers;
    }
}
