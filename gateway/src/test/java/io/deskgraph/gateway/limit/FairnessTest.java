package io.deskgraph.gateway.limit;

import static io.deskgraph.gateway.test.Gate.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Members.Member;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A tenant that asks for far more than its share, beside one that keeps within it. */
@QuarkusTest
@TestProfile(RateLimitTest.Narrow.class)
class FairnessTest {

    private static final String TICKETS = "/api/v1/tickets";

    /** More than the bucket that both of the noisy tenant's keys share, less than that of one key. */
    private static final int WITHIN = 15;

    private static final int FAR_BEYOND = 50 * WITHIN;

    @Inject
    Members members;

    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void whoeverKeepsWithinTheirShareIsAnsweredWhateverAnotherTenantAsksFor() {
        try (Peer peer = Peer.echo("tickets")) {
            // Given
            String host = Ids.next() + ".desk.test";
            Member quiet = tenant(host);
            String loudHost = Ids.next() + ".desk.test";
            Member loud = tenant(loudHost);
            String other = members.createActive(loud.tenant(), loudHost, "none").key();
            List<CompletableFuture<Void>> noise =
                    List.of(shout(loudHost, loud.key()), shout(loudHost, other), shout(loudHost, loud.key()));
            Eventually.until("the noisy tenant is beyond its limit", () -> refused.get() > 0);

            // When
            List<Integer> answers = new ArrayList<>();
            for (int i = 0; i < WITHIN; i++) {
                int before = refused.get();
                answers.add(Gate.get(host, TICKETS, key(quiet.key())).status());
                Eventually.until("there is noise all the time", () -> refused.get() > before);
            }
            Eventually.until("the noise is loud", () -> refused.get() > FAR_BEYOND);
            over.set(true);
            noise.forEach(CompletableFuture::join);

            // Then
            assertEquals(Set.of(200), Set.copyOf(answers), answers::toString);
        }
    }

    private CompletableFuture<Void> shout(String host, String key) {
        return CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                int status = Gate.get(host, TICKETS, key(key)).status();
                assertTrue(status == 200 || status == 429, () -> "noise is refused, and does no harm: " + status);
                refused.addAndGet(status == 429 ? 1 : 0);
            }
        });
    }

    private Member tenant(String host) {
        UUID tenant = Ids.next();
        Database.execute(
                "INSERT INTO tenants (tenant_id, slug, name, created_at, updated_at) VALUES (?, ?, 'One', now(), now())",
                tenant,
                tenant.toString());
        Database.execute("INSERT INTO tenant_hosts (tenant_id, host, created_at) VALUES (?, ?, now())", tenant, host);
        return members.createActive(tenant, host, "none");
    }
}
