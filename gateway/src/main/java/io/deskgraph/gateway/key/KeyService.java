package io.deskgraph.gateway.key;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.identity.ApiKeyState;
import io.deskgraph.gateway.apikey.KeyFormat;
import io.deskgraph.gateway.apikey.KeyHasher;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.gateway.identity.Ledger;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Makes, changes, rotates and revokes keys. */
@Singleton
class KeyService {

    /** Locks the owner, so that nobody who is just being deactivated gets a key. */
    private static final String OWNER = """
            SELECT ARRAY(SELECT DISTINCT rp.permission FROM user_roles ur
                         JOIN role_permissions rp ON rp.tenant_id = ur.tenant_id AND rp.role_id = ur.role_id
                         WHERE ur.tenant_id = u.tenant_id AND ur.user_id = u.id) AS permissions
            FROM users u WHERE u.tenant_id = $1 AND u.id = $2 AND NOT u.is_inactive FOR SHARE OF u""";

    private final KeyTable table;
    private final KeyRevocations revocations;
    private final KeyDrafts drafts;
    private final KeyHasher hasher;
    private final Ledger ledger;
    private final Author author;
    private final SecureRandom random = new SecureRandom();

    KeyService(
            KeyTable table,
            KeyRevocations revocations,
            KeyDrafts drafts,
            KeyHasher hasher,
            Ledger ledger,
            Author author) {
        this.table = table;
        this.revocations = revocations;
        this.drafts = drafts;
        this.hasher = hasher;
        this.ledger = ledger;
        this.author = author;
    }

    /** A key for somebody else may do no more than the caller. */
    Uni<KeyView> create(Tx tx, KeyRequest body) {
        ApiKeyState state = drafts.first(body);
        String plain = KeyFormat.generate(random);
        StoredKey key = new StoredKey(state, KeyFormat.prefix(plain), null, author.id());
        return requireOwner(tx, state)
                .chain(() -> table.insert(tx, key, hasher.hash(plain), author.id()))
                .chain(() -> ledger.enter(tx, fact(EventTypes.API_KEY_CREATED, state, EventPayload.created(state))))
                .replaceWith(() -> KeyView.with(key, plain));
    }

    Uni<StoredKey> update(Tx tx, UUID id, Sent<KeyRequest> body, IfMatch condition) {
        return lock(tx, id, condition).chain(before -> {
            ApiKeyState after = drafts.next(before.state(), body);
            if (Changes.between(before.state(), after).isEmpty()) {
                return Uni.createFrom().item(before);
            }
            return requireOwner(tx, after)
                    .chain(() -> table.update(tx, after, author.id()))
                    .chain(() -> tell(tx, before.state(), after))
                    .replaceWith(new StoredKey(after, before.prefix(), before.lastUsedAt(), before.createdBy()));
        });
    }

    /** @param overlap how long the key before goes on working */
    Uni<KeyView> rotate(Tx tx, UUID id, Duration overlap, IfMatch condition) {
        String plain = KeyFormat.generate(random);
        return lock(tx, id, condition)
                .call(before -> requireOwner(tx, before.state()))
                .chain(before -> {
                    Instant now = author.now().instant();
                    StoredKey after = new StoredKey(
                            rotated(before.state(), now),
                            KeyFormat.prefix(plain),
                            before.lastUsedAt(),
                            before.createdBy());
                    return table.rotate(tx, after, hasher.hash(plain), now.plus(overlap), author.id())
                            .chain(() -> tell(tx, before.state(), after.state()))
                            .replaceWith(() -> KeyView.with(after, plain));
                });
    }

    Uni<Void> revoke(Tx tx, UUID id, IfMatch condition) {
        return lock(tx, id, condition).chain(() -> revocations.ofKey(tx, id)).replaceWithVoid();
    }

    private Uni<StoredKey> lock(Tx tx, UUID id, IfMatch condition) {
        return table.lock(tx, id)
                .onItem()
                .ifNull()
                .failWith(KeyService::notFound)
                .invoke(key -> condition.require(key.state().version()));
    }

    private Uni<Void> requireOwner(Tx tx, ApiKeyState state) {
        return tx.sql(OWNER, tx.tenant(), state.userId())
                .invoke(found -> {
                    if (found.rowCount() == 0) {
                        throw Problem.invalid(
                                "Validation failed", List.of(Detail.of("user_id", "Unknown or inactive user")));
                    }
                    List<String> held = Arrays.asList(found.iterator().next().getArrayOfStrings("permissions"));
                    requireOwn(state, held);
                })
                .replaceWithVoid();
    }

    private void requireOwn(ApiKeyState state, List<String> held) {
        List<String> scopes = state.scopes();
        author.requireOwn(
                scopes == null ? held : held.stream().filter(scopes::contains).toList());
    }

    private Uni<Void> tell(Tx tx, ApiKeyState before, ApiKeyState after) {
        return ledger.enter(tx, fact(EventTypes.API_KEY_UPDATED, after, EventPayload.changed(before, after)));
    }

    private static ApiKeyState rotated(ApiKeyState key, Instant now) {
        return new ApiKeyState(
                key.apiKeyId(),
                key.userId(),
                key.name(),
                key.scopes(),
                key.allowedIps(),
                key.expiresAt(),
                now,
                key.createdAt(),
                now,
                key.version() + 1);
    }

    static Problem notFound() {
        return Problem.notFound("API key not found");
    }

    private static Fact fact(String type, ApiKeyState key, EventPayload<ApiKeyState> payload) {
        return Fact.of(Topics.IDENTITY, type, key.apiKeyId(), key.version(), payload);
    }
}
