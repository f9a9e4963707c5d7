package io.deskgraph.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssetEventsTest {

    private final Api api = Api.ofNewTenant();

    @Test
    void eachChangeGivesExactlyOneEventAndNothingElseDoes() {
        // Given
        String id = api.asset("T-1").getString("asset_id");
        String path = "/api/v1/assets/" + id;

        // When: a change, a no-op, a refusal after the update, a stale one, a change, the end
        api.put(path, "{\"notes\":\"one\",\"extension_data\":{\"b\":1,\"a\":2.5}}");
        api.put(path, "{\"notes\":\"one\"}");
        api.put(path, "{\"notes\":\"lost\",\"status\":\"deployed\"}").then().statusCode(409);
        api.put(path, "{\"notes\":\"lost\",\"purchase_cost\":-1}").then().statusCode(400);
        api.request().header("If-Match", "\"1-x\"").body("{\"notes\":\"lost\"}").put(path);
        api.put(path, "{\"status\":\"retired\"}");
        api.delete(path);

        // Then
        List<PublishedEvent> events = of(id, 4);
        assertEquals(
                List.of(
                        EventTypes.ASSET_CREATED,
                        EventTypes.ASSET_UPDATED,
                        EventTypes.ASSET_UPDATED,
                        EventTypes.ASSET_DELETED),
                events.stream().map(PublishedEvent::type).toList());
        assertEquals(
                List.of(1L, 2L, 3L, 4L),
                events.stream().map(PublishedEvent::version).toList());
        events.forEach(event -> assertEquals(Set.of(), Schemas.problems(event)));
        assertEquals(
                "{\"notes\":{\"old\":\"\",\"new\":\"one\"},\"extension_data\":{\"old\":{},\"new\":{\"a\":2.5,\"b\":1}}}",
                events.get(1).payload().path("changed").toString());
        assertEquals("retired", events.get(2).payload().at("/after/status").asText());
        assertEquals(3, events.get(2).payload().at("/after/version").asInt());
        assertTrue(events.get(3).payload().path("after").isNull());
    }

    @Test
    void anEventSaysWhoAndWhichRequest() {
        Response created = api.post("/api/assets", "{\"asset_tag\":\"T-1\",\"name\":\"n\"}");

        PublishedEvent event = of(created.jsonPath().getString("asset_id"), 1).get(0);

        assertEquals(created.header("X-Request-Id"), event.headers().get("ce_causationid"));
        assertEquals("USER", event.headers().get("ce_actortype"));
        assertEquals("/assets-service", event.headers().get("ce_source"));
    }

    @Test
    void aRefusedCreationGivesNone() {
        api.asset("T-1");
        api.post("/api/assets", "{\"asset_tag\":\"T-1\",\"name\":\"n\"}");
        String last = api.asset("T-2").getString("asset_id");

        of(last, 1);
        long created = Events.of(Topics.ASSETS, api.tenant()).stream()
                .filter(event -> event.type().equals(EventTypes.ASSET_CREATED))
                .count();
        assertEquals(2, created);
    }

    @Test
    void lookUpsAndTheDefaultDatabaseAreAnnounced() {
        String category = api.category("Laptops").getString("uuid");
        String location = api.location("Berlin").getString("uuid");
        String employee = api.employee("Ada").getString("uuid");
        api.asset("T-1");
        api.asset("T-2");

        List<PublishedEvent> events = Events.await(Topics.ASSETS, api.tenant(), found -> found.size() == 6).stream()
                .filter(event -> event.type().equals(EventTypes.REFERENCE_CHANGED))
                .toList();

        assertEquals(
                Set.of("category:" + category, "location:" + location, "employee:" + employee, "database:default"),
                events.stream().map(PublishedEvent::subject).collect(Collectors.toSet()));
        assertEquals(4, events.size());
        events.forEach(event -> assertEquals(Set.of(), Schemas.problems(event)));
    }

    private List<PublishedEvent> of(String id, int count) {
        return Events.await(
                        Topics.ASSETS, api.tenant(), found -> only(found, id).size() >= count)
                .stream()
                .filter(event -> event.subject().equals(id))
                .toList();
    }

    private static List<PublishedEvent> only(List<PublishedEvent> events, String id) {
        return events.stream().filter(event -> event.subject().equals(id)).toList();
    }
}
