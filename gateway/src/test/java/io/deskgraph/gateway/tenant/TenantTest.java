package io.deskgraph.gateway.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.gateway.test.Desk;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TenantTest {

    private static final String PATH = "/api/v1/tenants";
    private static final Desk OPERATOR = new Desk(Tenancies.ROOT, Tenancies.MIA_KEY);

    private final String slug = "t-" + Ids.next();

    @Test
    void aTenantWorksAsSoonAsItIsCreated() {
        // When
        Desk.Told created = OPERATOR.post(PATH, """
                        {"slug":"%s","name":"Initech","settings":{"asset_limit":5,"rate_limit":{"burst":10,"refill_per_second":5},
                         "qr_base_url":"https://qr.example.org/x","cors_origins":["https://desk.example.org:8443"]},
                         "admin":{"email":"ada@initech.test","first_name":"Ada"}}""".formatted(slug)).expect(201);

        // Then
        assertEquals(slug, created.text("data.slug"));
        assertEquals("active", created.text("data.status"));
        assertFalse(created.json().getBoolean("data.is_msp"));
        assertEquals(5, created.json().getInt("data.settings.asset_limit"));
        assertEquals(10, created.json().getInt("data.settings.rate_limit.burst"));
        assertEquals(List.of(slug + ".desk.test"), created.json().getList("data.hosts.host"));
        Desk admin = new Desk(slug + ".desk.test", created.text("data.admin.key"));
        Eventually.until("the tenant is served", () -> admin.status("/api/v1/me") == 200);
        assertEquals(created.text("data.tenant_id"), admin.get("/api/v1/me").text("data.tenant.tenant_id"));
        assertEquals(List.of("Admin"), admin.get("/api/v1/me").json().getList("data.roles"));
        assertEquals(
                7, admin.get("/api/v1/roles").expect(200).json().getList("data").size());
        assertEquals(
                List.of("default-asset-access"),
                admin.get("/auth/constraints").expect(200).json().getList("message.Items.constraintId"));
        admin.get(PATH).expect(403);
        assertNull(OPERATOR.get(path(created)).expect(200).text("data.admin"));
    }

    @Test
    void theKeyIsShownOnce() {
        // Given
        String once = "Idempotency-Key: " + Ids.next();
        String body = "{\"slug\":\"" + slug + "\",\"name\":\"N\",\"admin\":{\"email\":\"a@n.test\"}}";
        Desk.Told first = OPERATOR.post(PATH, body, once).expect(201);

        // When
        Desk.Told second = OPERATOR.post(PATH, body, once).expect(201);

        // Then
        assertEquals(first.text("data.tenant_id"), second.text("data.tenant_id"));
        assertTrue(first.text("data.admin.key").startsWith("dgk_"));
        assertNull(second.text("data.admin.key"));
        String stored = Database.texts(
                        "SELECT encode(body, 'escape') FROM idempotency_keys WHERE tenant_id = ?", Tenancies.MSP)
                .toString();
        assertFalse(stored.contains(first.text("data.admin.key")));
    }

    @Test
    void aTenantIsFoundListedAndChanged() {
        // Given
        Desk.Told created = create();
        String path = path(created);
        String tag = OPERATOR.get(path).expect(200).answer().header("ETag");

        // When
        Desk.Told changed = OPERATOR.patch(path, """
                        {"name":"New name","settings":{"asset_limit":7,"cors_origins":["http://localhost:3000"]}}""", "If-Match: " + tag).expect(200);

        // Then
        assertEquals("New name", changed.text("data.name"));
        OPERATOR.patch(path, "{\"name\":\"late\"}", "If-Match: " + tag).expect(412);
        Desk.Told again =
                OPERATOR.patch(path, "{\"settings\":{\"asset_limit\":null}}").expect(200);
        assertNull(again.text("data.settings.asset_limit"));
        assertEquals(List.of("http://localhost:3000"), again.json().getList("data.settings.cors_origins"));
        assertEquals(
                again.answer().header("ETag"),
                OPERATOR.patch(path, "{\"name\":\"New name\"}")
                        .expect(200)
                        .answer()
                        .header("ETag"));
        assertEquals(
                List.of(slug),
                OPERATOR.get(PATH + "?search=" + slug).expect(200).json().getList("data.slug"));
        assertTrue(OPERATOR.get(PATH + "?limit=100").json().getList("data.slug").contains("acme"));
        OPERATOR.get(PATH + "?limit=0").expect(400);
        OPERATOR.patch(path, "{\"slug\":\"other\"}").expect(400);
        OPERATOR.patch(path, "{\"name\":null}").expect(400);
        OPERATOR.get(PATH + "/" + Ids.next()).expect(404);
        OPERATOR.patch(PATH + "/" + Ids.next(), "{\"name\":\"x\"}").expect(404);
        OPERATOR.get(PATH + "/x").expect(400);
    }

    @Test
    void aSuspendedTenantIsRefusedWithinASecond() {
        // Given
        Desk.Told created = create();
        Desk admin = new Desk(slug + ".desk.test", created.text("data.admin.key"));
        Eventually.until("the tenant is served", () -> admin.status("/api/v1/me") == 200);

        // When
        assertEquals(
                "suspended",
                OPERATOR.post(path(created) + "/suspend", "").expect(200).text("data.status"));

        // Then
        Eventually.soon("The suspended tenant is refused", () -> admin.status("/api/v1/me") == 401);
        OPERATOR.post(path(created) + "/suspend", "").expect(200);
        assertEquals(
                "active",
                OPERATOR.post(path(created) + "/resume", "").expect(200).text("data.status"));
        Eventually.until("the key works again", () -> admin.status("/api/v1/me") == 200);
        OPERATOR.post(PATH + "/" + Ids.next() + "/suspend", "").expect(404);
        OPERATOR.post(PATH + "/" + Ids.next() + "/resume", "").expect(404);
        OPERATOR.post(PATH + "/" + Tenancies.MSP + "/suspend", "").expect(409);
    }

    @Test
    void aDomainLeadsToOneTenant() {
        // Given
        Desk.Told created = create();
        String host = "Desk." + slug + ".Example.";
        String canonical = "desk." + slug + ".example";
        String hosts = path(created) + "/hosts";

        // When
        Desk.Told added = OPERATOR.post(hosts, "{\"host\":\"" + host + "\"}").expect(201);

        // Then
        assertEquals(List.of(slug + ".desk.test", canonical), added.json().getList("data.hosts.host"));
        Desk admin = new Desk(canonical, created.text("data.admin.key"));
        Eventually.until("the domain leads there", () -> admin.status("/api/v1/me") == 200);
        OPERATOR.post(hosts, "{\"host\":\"" + canonical + "\"}").expect(201);
        OPERATOR.post(PATH + "/" + Tenancies.ACME + "/hosts", "{\"host\":\"" + canonical + "\"}")
                .expect(409);
        OPERATOR.delete(hosts + "/" + canonical).expect(204);
        OPERATOR.delete(hosts + "/" + canonical).expect(404);
        Eventually.until("the domain is unknown", () -> admin.status("/api/v1/me") == 404);
        OPERATOR.delete(hosts + "/" + slug + ".desk.test").expect(409);
        OPERATOR.post(PATH + "/" + Ids.next() + "/hosts", "{\"host\":\"x.example\"}")
                .expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"no host\"", "\"desk.test\"", "\"other.desk.test\"", "\"[::1]\"", "7"})
    void otherTextsAreNoDomain(String host) {
        OPERATOR.post(PATH + "/" + Tenancies.ACME + "/hosts", "{\"host\":" + host + "}")
                .expect(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/slug | {\"name\":\"n\"}",
                "/slug | {\"slug\":\"Big\",\"name\":\"n\"}",
                "/slug | {\"slug\":\"-x\",\"name\":\"n\"}",
                "/name | {\"slug\":\"s\"}",
                "/admin/email | {\"slug\":\"s\",\"name\":\"n\",\"admin\":{}}",
                "/settings/asset_limit | {\"slug\":\"s\",\"name\":\"n\",\"settings\":{\"asset_limit\":-1}}",
                "/settings/rate_limit | {\"slug\":\"s\",\"name\":\"n\",\"settings\":{\"rate_limit\":{\"burst\":1}}}",
                "/settings/qr_base_url | {\"slug\":\"s\",\"name\":\"n\",\"settings\":{\"qr_base_url\":\"ftp://x\"}}",
                "/settings/cors_origins | {\"slug\":\"s\",\"name\":\"n\",\"settings\":{\"cors_origins\":[\"*\"]}}",
                "/settings/cors_origins | {\"slug\":\"s\",\"name\":\"n\",\"settings\":{\"cors_origins\":[\"https://a/b\"]}}"
            })
    void whatIsWrongIsSaid(String pointer, String body) {
        assertEquals(
                List.of(pointer), OPERATOR.post(PATH, body).expect(400).json().getList("error.details.pointer"));
    }

    @Test
    void aSlugIsTakenOnce() {
        create();

        OPERATOR.post(PATH, "{\"slug\":\"" + slug + "\",\"name\":\"n\"}").expect(409);
        OPERATOR.post(PATH, "{\"slug\":\"acme\",\"name\":\"n\"}").expect(409);
    }

    @Test
    void nobodyElseReachesTenants() {
        for (Desk desk : List.of(Desk.ACME, Desk.GLOBEX, Desk.ACME.as(Tenancies.TOM_KEY))) {
            desk.get(PATH).expect(403);
            desk.get(PATH + "/" + Tenancies.ACME).expect(403);
            desk.patch(PATH + "/" + Tenancies.ACME, "{\"name\":\"x\"}").expect(403);
            desk.post(PATH + "/" + Tenancies.GLOBEX + "/suspend", "").expect(403);
        }
    }

    /** The database's own wall, should a permission ever fail to be asked for. */
    @Test
    void theFunctionShowsTenantsToTheOperatorOnly() throws SQLException {
        assertEquals(0, seenFrom(Tenancies.ACME));
        assertTrue(seenFrom(Tenancies.MSP) >= 3);
    }

    private static int seenFrom(UUID tenant) throws SQLException {
        try (Connection app = Database.connect("app");
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("SELECT set_config('app.tenant', '" + tenant + "', true)");
            try (ResultSet found = statement.executeQuery("SELECT count(*) FROM operator_tenants()")) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    @Test
    void eachChangeIsOneEventInTheTenantsPlaceAndOnRecord() {
        // Given
        Desk.Told created = create();
        UUID tenant = UUID.fromString(created.text("data.tenant_id"));

        // When
        OPERATOR.patch(path(created), "{\"name\":\"New\"}").expect(200);
        OPERATOR.patch(path(created), "{\"name\":\"New\"}").expect(200);
        OPERATOR.post(path(created) + "/suspend", "").expect(200);
        OPERATOR.post(path(created) + "/resume", "").expect(200);

        // Then
        List<PublishedEvent> own =
                Events.await(
                                Topics.IDENTITY,
                                tenant,
                                found -> about(found, tenant).size() >= 4)
                        .stream()
                        .filter(event -> event.subject().equals(tenant.toString()))
                        .toList();
        assertEquals(
                List.of(
                        EventTypes.TENANT_CREATED,
                        EventTypes.TENANT_UPDATED,
                        EventTypes.TENANT_SUSPENDED,
                        EventTypes.TENANT_RESUMED),
                own.stream().map(PublishedEvent::type).toList());
        assertEquals(
                List.of(1L, 2L, 3L, 4L),
                own.stream().map(PublishedEvent::version).toList());
        assertEquals(
                List.of("tenant.created", "tenant.updated", "tenant.suspended", "tenant.resumed"),
                Database.texts(
                        "SELECT action FROM identity_audit WHERE tenant_id = ? AND subject_id = ? AND actor_name = 'Mia' ORDER BY id",
                        tenant,
                        tenant));
    }

    private Desk.Told create() {
        return OPERATOR.post(PATH, "{\"slug\":\"" + slug + "\",\"name\":\"N\",\"admin\":{\"email\":\"a@n.test\"}}")
                .expect(201);
    }

    private static String path(Desk.Told created) {
        return PATH + "/" + created.text("data.tenant_id");
    }

    private static List<PublishedEvent> about(List<PublishedEvent> events, UUID id) {
        return events.stream()
                .filter(event -> event.subject().equals(id.toString()))
                .toList();
    }
}
