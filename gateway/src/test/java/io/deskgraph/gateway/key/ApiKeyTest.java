package io.deskgraph.gateway.key;

import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.gateway.apikey.KeyHasher;
import io.deskgraph.gateway.test.Desk;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shown once, only a keyed hash at rest, narrowed by scopes, gone within a second. */
@QuarkusTest
class ApiKeyTest {

    private static final String PATH = "/api/v1/api-keys";
    private static final Desk ACME = Desk.ACME;

    @Inject
    KeyHasher hasher;

    @Test
    void aKeyIsShownOnceAndKeptAsAHash() {
        // When
        Desk.Told created = ACME.post(PATH, "{\"name\":\"Import\"}").expect(201);

        // Then
        String key = created.text("data.key");
        assertTrue(key.matches("dgk_[A-Za-z0-9_-]{43}"), key);
        assertEquals(key.substring(0, 8), created.text("data.prefix"));
        assertEquals(Tenancies.ADA.toString(), created.text("data.user_id"));
        Desk.Told read = ACME.get(created.answer().header("Location")).expect(200);
        assertNull(read.text("data.key"));
        assertFalse(ACME.get(PATH).expect(200).answer().body().contains(key));
        for (String table : Database.texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
            String dump = String.join("\n", Database.texts("SELECT row_to_json(t)::text FROM " + table + " t"));
            assertFalse(dump.contains(key.substring(8)), table);
        }
    }

    @Test
    void aRepeatUnderTheSameIdempotencyKeyComesWithoutIt() {
        // Given
        String once = "Idempotency-Key: " + Ids.next();
        Desk.Told first = ACME.post(PATH, "{\"name\":\"Twice\"}", once).expect(201);

        // When
        Desk.Told second = ACME.post(PATH, "{\"name\":\"Twice\"}", once).expect(201);

        // Then
        assertEquals(first.text("data.api_key_id"), second.text("data.api_key_id"));
        assertTrue(first.text("data.key").startsWith("dgk_"));
        assertNull(second.text("data.key"));
        ACME.post(PATH, "{\"name\":\"Other\"}", once).expect(422);
    }

    @Test
    void aKeyMayDoWhatItsOwnerMayNarrowedByItsScopes() {
        // Given
        Desk narrow = active("{\"name\":\"k\",\"scopes\":[\"role:read\",\"asset:read\"]}");

        // Then
        assertEquals(
                List.of("asset:read", "role:read"),
                narrow.get("/api/v1/me").expect(200).json().getList("data.permissions"));
        assertEquals(
                List.of("asset:read", "role:read"),
                narrow.get("/api/v1/me").json().getList("data.credential.scopes"));
        narrow.get("/api/v1/roles").expect(200);
        narrow.get("/api/v1/users").expect(403);
    }

    @Test
    void aScopeThatTheOwnerDoesNotHoldGivesNothing() {
        // Given
        Desk tom = active("{\"name\":\"k\",\"user_id\":\"%s\",\"scopes\":[\"ticket:read\",\"user:read\"]}"
                .formatted(Tenancies.TOM));

        // Then
        assertEquals(List.of("ticket:read"), tom.get("/api/v1/me").json().getList("data.permissions"));
        tom.get("/api/v1/users").expect(403);
    }

    @Test
    void aRevokedKeyIsRefusedWithinASecond() {
        // Given
        Desk holder = active("{\"name\":\"k\"}");
        String id = holder.get("/api/v1/me").text("data.credential.api_key_id");

        // When
        ACME.delete(PATH + "/" + id).expect(204);

        // Then
        Eventually.soon("The revoked key is refused", () -> holder.status("/api/v1/me") == 401);
        ACME.get(PATH + "/" + id).expect(404);
        ACME.delete(PATH + "/" + id).expect(404);
    }

    @Test
    void aRotatedKeyOverlapsAsLongAsAskedFor() {
        // Given
        Desk before = active("{\"name\":\"k\"}");
        String path = PATH + "/" + before.get("/api/v1/me").text("data.credential.api_key_id");

        // When
        Desk.Told rotated =
                ACME.post(path + "/rotate", "{\"overlap_seconds\":3600}").expect(200);

        // Then
        Desk after = ACME.as(rotated.text("data.key"));
        assertNotEquals(before.key(), after.key());
        Eventually.until("the new key works", () -> after.status("/api/v1/me") == 200);
        before.get("/api/v1/me").expect(200);

        // When
        Desk.Told again = ACME.post(path + "/rotate", "{\"overlap_seconds\":0}").expect(200);

        // Then
        Eventually.until("the old key ends", () -> after.status("/api/v1/me") == 401);
        assertEquals(401, before.status("/api/v1/me"));
        ACME.as(again.text("data.key")).get("/api/v1/me").expect(200);
        ACME.post(path + "/rotate", "{\"overlap_seconds\":-1}").expect(400);
        ACME.post(path + "/rotate", "", "If-Match: \"1-x\"").expect(412);
        ACME.post(PATH + "/" + Ids.next() + "/rotate", "").expect(404);
    }

    @Test
    void aKeyIsChanged() {
        // Given
        Desk.Told created =
                ACME.post(PATH, "{\"description\":\"By its alias\"}").expect(201);
        String path = created.answer().header("Location");
        assertEquals("By its alias", created.text("data.name"));
        String tag = ACME.get(path).answer().header("ETag");

        // When
        Desk.Told changed = ACME.patch(path, """
                        {"name":"Renamed","scopes":["asset:read"],"allowed_ips":["192.0.2.0/24"],
                         "expires_at":"2099-01-01T00:00:00Z"}""", "If-Match: " + tag).expect(200);

        // Then
        assertEquals("Renamed", changed.text("data.name"));
        assertEquals(List.of("192.0.2.0/24"), changed.json().getList("data.allowed_ips"));
        assertEquals("2099-01-01T00:00:00.000Z", changed.text("data.expires_at"));
        ACME.patch(path, "{\"name\":\"late\"}", "If-Match: " + tag).expect(412);
        assertNull(ACME.patch(path, "{\"scopes\":null}").expect(200).text("data.scopes"));
        Desk.Told same = ACME.patch(path, "{\"name\":\"Renamed\"}").expect(200);
        assertEquals(
                3, Database.count("SELECT version FROM api_keys WHERE id = ?::uuid", same.text("data.api_key_id")));
        ACME.as(created.text("data.key")).get("/api/v1/me").expect(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\"}",
                "{\"name\":\"k\",\"scopes\":[\"every:thing\"]}",
                "{\"name\":\"k\",\"scopes\":[null]}",
                "{\"name\":\"k\",\"allowed_ips\":[null]}",
                "{\"name\":\"k\",\"scopes\":[\"tenant:create\"]}",
                "{\"name\":\"k\",\"expires_at\":\"2001-01-01T00:00:00Z\"}",
                "{\"name\":\"k\",\"allowed_ips\":[\"everywhere\"]}",
                "{\"name\":\"k\",\"user_id\":\"01980000-0000-7000-8000-0000000000b1\"}"
            })
    void whatDoesNotFitIsRefused(String body) {
        ACME.post(PATH, body).expect(400);
    }

    @Test
    void anotherTenantsKeyIsNone() {
        // Given
        String path = ACME.post(PATH, "{\"name\":\"k\"}").expect(201).answer().header("Location");

        // Then
        Desk.GLOBEX.get(path).expect(404);
        Desk.GLOBEX.patch(path, "{\"name\":\"x\"}").expect(404);
        Desk.GLOBEX.post(path + "/rotate", "").expect(404);
        Desk.GLOBEX.delete(path).expect(404);
        ACME.get(path).expect(200);
        ACME.delete(path).expect(204);
    }

    @Test
    void eventsAndTheRecordTellOfEachChangeAndOfNoSecret() {
        // Given
        Desk.Told created = ACME.post(PATH, "{\"name\":\"k\"}").expect(201);
        String path = created.answer().header("Location");
        String id = created.text("data.api_key_id");

        // When
        ACME.patch(path, "{\"name\":\"l\"}").expect(200);
        Desk.Told rotated = ACME.post(path + "/rotate", "").expect(200);
        ACME.delete(path).expect(204);

        // Then
        List<PublishedEvent> own =
                Events.await(
                                Topics.IDENTITY,
                                Tenancies.ACME,
                                found -> about(found, id).size() >= 4)
                        .stream()
                        .filter(event -> event.subject().equals(id))
                        .toList();
        assertEquals(
                List.of(
                        EventTypes.API_KEY_CREATED,
                        EventTypes.API_KEY_UPDATED,
                        EventTypes.API_KEY_UPDATED,
                        EventTypes.API_KEY_REVOKED),
                own.stream().map(PublishedEvent::type).toList());
        String told = own.toString()
                + Database.texts("SELECT changes::text FROM identity_audit WHERE subject_id = ?::uuid", id);
        for (String key : List.of(created.text("data.key"), rotated.text("data.key"))) {
            assertFalse(told.contains(key.substring(8)));
            assertFalse(told.contains(HexFormat.of().formatHex(hasher.hash(key).bytes())));
        }
        assertEquals(4, Database.count("SELECT count(*) FROM identity_audit WHERE subject_id = ?::uuid", id));
    }

    private static Desk active(String body) {
        Desk holder = new Desk(ACME_HOST, ACME.post(PATH, body).expect(201).text("data.key"));
        Eventually.until("the key works", () -> holder.status("/api/v1/me") == 200);
        return holder;
    }

    private static List<PublishedEvent> about(List<PublishedEvent> events, String id) {
        return events.stream().filter(event -> event.subject().equals(id)).toList();
    }
}
