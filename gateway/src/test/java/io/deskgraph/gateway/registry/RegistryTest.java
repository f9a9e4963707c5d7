package io.deskgraph.gateway.registry;

import static io.deskgraph.gateway.test.Tenancies.ACME;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Members.Member;
import io.deskgraph.gateway.test.Refusal;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RegistryTest {

    private static final String TICKETS = "/api/v1/tickets";
    private static final String REVOKE = "UPDATE api_keys SET revoked_at = now() WHERE tenant_id = $1 AND id = $2";

    @Inject
    Members members;

    @Inject
    LastUses lastUses;

    @Test
    void aRevokedKeyIsRefusedWithinASecond() {
        // Given
        for (int i = 0; i < 5; i++) {
            Member member = members.createActive(ACME, ACME_HOST, "Admin");

            // When
            members.change(member, REVOKE, member.keyId());
            Eventually.soon("The revoked key is refused", () -> !Members.isAccepted(ACME_HOST, member));

            // Then
            refused(ACME_HOST, member);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE api_keys SET revoked_at = now() WHERE tenant_id = $1 AND user_id = $2",
                "UPDATE api_keys SET expires_at = now() WHERE tenant_id = $1 AND user_id = $2",
                "UPDATE api_keys SET allowed_ips = '{10.0.0.0/8}' WHERE tenant_id = $1 AND user_id = $2",
                "UPDATE api_keys SET allowed_ips = '{nonsense}' WHERE tenant_id = $1 AND user_id = $2",
                "UPDATE api_keys SET key_hash = sha256('other') WHERE tenant_id = $1 AND user_id = $2",
                "UPDATE users SET is_inactive = true WHERE tenant_id = $1 AND id = $2",
                "UPDATE users SET user_type = 'client' WHERE tenant_id = $1 AND id = $2"
            })
    void whateverEndsAKeyEndsIt(String sql) {
        // Given
        Member member = members.createActive(ACME, ACME_HOST, "Admin");

        // When
        members.change(member, sql, member.userId());

        // Then
        Eventually.until("the key is refused", () -> !Members.isAccepted(ACME_HOST, member));
        refused(ACME_HOST, member);
    }

    @Test
    void aKeyThatExpiresIsRefusedWithoutAnyEvent() {
        // Given
        Member member = members.createActive(ACME, ACME_HOST, "Admin");
        members.change(
                member,
                "UPDATE api_keys SET expires_at = now() + interval '2 seconds' WHERE tenant_id = $1 AND user_id = $2",
                member.userId());

        // Then
        Eventually.until("the key expires", () -> !Members.isAccepted(ACME_HOST, member));
        refused(ACME_HOST, member);
    }

    @Test
    void aKeyFromAnAllowedAddressWorks() {
        // Given
        Member member = members.create(ACME, "Admin");

        // When
        members.change(
                member,
                "UPDATE api_keys SET allowed_ips = '{127.0.0.0/8,::1}' WHERE tenant_id = $1 AND user_id = $2",
                member.userId());

        // Then
        Eventually.until("the key works", () -> Members.isAccepted(ACME_HOST, member));
    }

    @Test
    void aRotatedKeyWorksUntilItsOverlapEnds() {
        // Given
        Member member = members.createActive(ACME, ACME_HOST, "Admin");
        members.change(
                member,
                "UPDATE api_keys SET previous_hash = key_hash, previous_valid_until = now() + interval '3 seconds',"
                        + " key_hash = sha256($2::text::bytea) WHERE tenant_id = $1 AND user_id = $2",
                member.userId());

        // Then
        assertTrue(Members.isAccepted(ACME_HOST, member));
        Eventually.until("the overlap ends", () -> !Members.isAccepted(ACME_HOST, member));
    }

    @Test
    void aNewTenantIsKnownAtOnceAndASuspendedOneIsShut() {
        // Given
        UUID tenant = Ids.next();
        String host = tenant + ".desk.test";
        Database.execute(
                "INSERT INTO tenants (tenant_id, slug, name, created_at, updated_at) VALUES (?, ?, 'New', now(), now())",
                tenant,
                tenant.toString());
        Database.execute("INSERT INTO tenant_hosts (tenant_id, host, created_at) VALUES (?, ?, now())", tenant, host);
        assertEquals(404, Gate.get(host, TICKETS).status());

        // When
        Member member = members.createActive(tenant, host, "none");

        // Then
        assertTrue(Members.isAccepted(host, member));
        members.change(
                member,
                "UPDATE tenants SET status = 'suspended', suspended_at = now() WHERE tenant_id = $1 AND $2::uuid IS NOT NULL",
                member.userId());
        Eventually.until("the tenant is shut", () -> !Members.isAccepted(host, member));
        refused(host, member);
        Refusal.checkUnauthorized(Gate.get(host, "/a/TAG"), "Invalid API key");
        Refusal.checkUnauthorized(Gate.get("desk.test", TICKETS, Gate.key(member.key())), "Invalid API key");
    }

    @Test
    void theLastUseIsStoredLater() {
        // Given
        Member member = members.createActive(ACME, ACME_HOST, "Admin");

        // When
        lastUses.store().await().atMost(Duration.ofSeconds(20));

        // Then
        assertEquals(
                List.of("t"),
                Database.texts(
                        "SELECT last_used_at > now() - interval '1 minute' FROM api_keys WHERE id = ?",
                        member.keyId()));
    }

    private static void refused(String host, Member member) {
        Refusal.checkUnauthorized(Gate.get(host, TICKETS, Gate.key(member.key())), "Invalid API key");
    }
}
