package io.deskgraph.kit.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How constraints come here and come into force. */
@QuarkusTest
class PolicyFeedTest {

    private static final AssetAttributes LOCKED =
            new AssetAttributes(Ids.next(), "PC-1", "default", "A PC", "pc", List.of("locked"));
    private static final AssetAttributes FREE =
            new AssetAttributes(Ids.next(), "PC-2", "default", "A PC", "pc", List.of());

    @Inject
    Policies policies;

    private final UUID tenant = Ids.next();

    @Test
    void aTenantThatNeverHeardOfConstraintsJustWorks() {
        assertTrue(access("Technician", Verb.PUT).isUnrestricted());
        assertTrue(access("Read Only", Verb.GET).allows(LOCKED));
        assertFalse(access("A role of its own", Verb.GET).allows(FREE));
        assertFalse(policies.of(caller(Set.of()))
                .await()
                .atMost(Duration.ofSeconds(5))
                .assets(Verb.GET)
                .allows(FREE));
    }

    @Test
    void aChangeIsInForceWithinASecond() {
        // Given
        UUID allow = Ids.next();
        UUID deny = Ids.next();
        PolicySample.publish(
                tenant,
                PolicySample.of(allow, "asset", "assetId", "contains", ".*", "Technician", Verb.PUT, "allow"),
                1);
        Eventually.until("the first constraint is heard", () -> !access("Admin", Verb.PUT)
                .allows(FREE));
        assertTrue(access("Technician", Verb.PUT).allows(LOCKED));

        // When
        PolicySample.publish(
                tenant,
                PolicySample.of(deny, "asset", "tags", "is_one_of", "locked", "Technician", Verb.PUT, "deny"),
                1);

        // Then
        Eventually.soon(
                "The denial is in force", () -> !access("Technician", Verb.PUT).allows(LOCKED));
        assertTrue(access("Technician", Verb.PUT).allows(FREE));

        PolicySample.publishDeletion(tenant, deny, 2);
        Eventually.until(
                "the denial is gone", () -> access("Technician", Verb.PUT).allows(LOCKED));
    }

    @Test
    void withoutAnyConstraintLeftNothingIsAllowed() {
        // Given
        UUID only = Ids.next();
        PolicySample.publish(
                tenant, PolicySample.of(only, "asset", "assetId", "contains", ".*", "Other", Verb.GET, "allow"), 1);
        Eventually.until("it is heard", () -> !access("Technician", Verb.GET).allows(FREE));

        // When
        PolicySample.publishDeletion(tenant, only, 2);

        // Then
        Eventually.until("it is gone", () -> !access("Other", Verb.GET).allows(FREE));
        assertFalse(access("Technician", Verb.GET).allows(FREE));
    }

    @Test
    void aConstraintThatIsNotUnderstoodOnlyDenies() {
        // Given
        PolicySample.publish(
                tenant,
                PolicySample.of(Ids.next(), "asset", "assetId", "contains", ".*", "Technician", Verb.GET, "allow"),
                1);
        PolicySample.publish(
                tenant, PolicySample.of(Ids.next(), "asset", "colour", "equals", "red", "Admin", Verb.GET, "allow"), 1);
        Eventually.until(
                "they are heard",
                () -> access("Technician", Verb.GET).allows(FREE)
                        && !access("Admin", Verb.GET).allows(FREE));

        // When
        PolicySample.publish(
                tenant,
                PolicySample.of(Ids.next(), "asset", "tags", "sounds_like", "x", "Technician", Verb.GET, "deny"),
                1);

        // Then
        Eventually.until(
                "it denies everything", () -> !access("Technician", Verb.GET).allows(FREE));
    }

    @Test
    void aReplicaThatLostItsConnectionGoesOnHearing() {
        // Given
        UUID id = Ids.next();
        PolicySample.publish(
                tenant, PolicySample.of(id, "asset", "assetId", "contains", ".*", "Technician", Verb.GET, "allow"), 1);
        Eventually.until("it is heard", () -> !access("Admin", Verb.GET).allows(FREE));

        // When
        assertEquals(List.of("t"), listeners("SELECT pg_terminate_backend(pid)"));
        PolicySample.publish(
                tenant, PolicySample.of(id, "asset", "assetId", "contains", ".*", "Admin", Verb.GET, "allow"), 2);

        // Then
        Eventually.until("the change is heard", () -> access("Admin", Verb.GET).allows(FREE));
        Eventually.until("it listens again", () -> listeners("SELECT 1").size() == 1);
    }

    @Test
    void aClosedRouteIsRefused() {
        // Given
        String token = TestTokens.with("note:read", "note:write")
                .tenant(tenant, "acme")
                .bearer();
        assertEquals(200, given().header("Authorization", token).get("/notes").statusCode());

        // When
        PolicySample.publish(
                tenant,
                PolicySample.of(
                        Ids.next(), "api", "route__path", "starts_with", "/note", "Technician", Verb.GET, "deny"),
                1);

        // Then
        Eventually.until(
                "the route is closed",
                () -> given().header("Authorization", token).get("/notes").statusCode() == 403);
        given().header("Authorization", token)
                .get("/notes")
                .then()
                .statusCode(403)
                .body("message", equalTo("Not Authorized"));
        String other = TestTokens.with("note:read")
                .tenant(tenant, "acme")
                .claim("roles", Set.of("Admin"))
                .bearer();
        given().header("Authorization", other).get("/notes").then().statusCode(200);
    }

    /** Only the role itself sees what its sessions do. */
    private static List<String> listeners(String select) {
        try (Connection app = Database.connect("app");
                Statement statement = app.createStatement();
                ResultSet found = statement.executeQuery(select
                        + " FROM pg_stat_activity WHERE query = 'LISTEN policies' AND datname = current_database()")) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Access access(String role, Verb verb) {
        return policies.of(caller(Set.of(role)))
                .await()
                .atMost(Duration.ofSeconds(5))
                .assets(verb);
    }

    private Caller caller(Set<String> roles) {
        return new Caller(tenant, "acme", TestTokens.USER, "Terry", "USER", Set.of(), roles, false);
    }
}
