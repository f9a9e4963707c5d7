package io.deskgraph.gateway.test;

import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.gateway.apikey.KeyFormat;
import io.deskgraph.gateway.apikey.KeyHasher;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Users with a key for one test each, and changes to them as a service makes them: row and event in one transaction. */
@ApplicationScoped
public class Members {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Transactions transactions;
    private final Outbox outbox;
    private final KeyHasher hasher;

    Members(Transactions transactions, Outbox outbox, KeyHasher hasher) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.hasher = hasher;
    }

    /** A user and a key that works nowhere yet, for the registry has not been told. */
    public Member create(UUID tenant, String role) {
        Member member = new Member(tenant, Ids.next(), Ids.next(), KeyFormat.generate(new SecureRandom()));
        Database.execute(
                "INSERT INTO users (tenant_id, id, email, created_at, updated_at) VALUES (?, ?, ?, now(), now())",
                tenant,
                member.userId(),
                member.userId() + "@member.test");
        Database.execute(
                "INSERT INTO user_roles (tenant_id, user_id, role_id, created_at)"
                        + " SELECT tenant_id, ?, id, now() FROM roles WHERE tenant_id = ? AND name = ?",
                member.userId(),
                tenant,
                role);
        Database.execute(
                "INSERT INTO api_keys (tenant_id, id, user_id, name, prefix, key_hash, created_at, updated_at)"
                        + " VALUES (?, ?, ?, 'test', ?, ?, now(), now())",
                tenant,
                member.keyId(),
                member.userId(),
                KeyFormat.prefix(member.key()),
                hasher.hash(member.key()).bytes());
        return member;
    }

    /** The same, and the registry knows. */
    public Member createActive(UUID tenant, String host, String role) {
        Member member = create(tenant, role);
        change(member, "UPDATE users SET version = version + 1 WHERE tenant_id = $1 AND id = $2", member.userId());
        Eventually.until("the key works", () -> isAccepted(host, member));
        return member;
    }

    /** Runs the statement for {@code ($1 tenant, $2 id)} and appends an event about that id, which commits with it. */
    public void change(Member member, String sql, UUID id) {
        Fact fact = Fact.of(
                Topics.IDENTITY, "io.deskgraph.user.updated.v1", id, System.nanoTime(), Map.of("changed", List.of()));
        transactions
                .run(member.tenant(), tx -> tx.sql(sql, member.tenant(), id).chain(() -> outbox.append(tx, fact)))
                .await()
                .atMost(PATIENCE);
    }

    public static boolean isAccepted(String host, Member member) {
        return Gate.get(host, "/nowhere", Gate.key(member.key())).status() == 404;
    }

    /** A key and whose it is. */
    public record Member(UUID tenant, UUID userId, UUID keyId, String key) {}
}
