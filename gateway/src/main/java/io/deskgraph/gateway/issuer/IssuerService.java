package io.deskgraph.gateway.issuer;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.identity.IssuerState;
import io.deskgraph.contracts.identity.IssuerState.RoleMapping;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.gateway.identity.Ledger;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Registers, changes and removes issuers. */
@Singleton
class IssuerService {

    private static final int MOST = 20;

    private final IssuerTable table;
    private final IssuerDrafts drafts;
    private final Ledger ledger;
    private final Author author;

    IssuerService(IssuerTable table, IssuerDrafts drafts, Ledger ledger, Author author) {
        this.table = table;
        this.drafts = drafts;
        this.ledger = ledger;
        this.author = author;
    }

    Uni<IssuerState> create(Tx tx, IssuerRequest body) {
        IssuerState issuer = drafts.first(body);
        return requireAll(tx)
                .chain(() -> table.count(tx))
                .invoke(IssuerService::requireRoom)
                .chain(() -> store(tx, issuer))
                .chain(() -> ledger.enter(tx, fact(EventTypes.ISSUER_CREATED, issuer, EventPayload.created(issuer))))
                .replaceWith(issuer);
    }

    /** Changes nothing, not even the version, when the issuer is so already. */
    Uni<IssuerState> update(Tx tx, UUID id, Sent<IssuerRequest> body, IfMatch condition) {
        return lock(tx, id, condition).chain(before -> {
            IssuerState after = drafts.next(before, body);
            if (Changes.between(before, after).isEmpty()) {
                return Uni.createFrom().item(before);
            }
            return requireAll(tx)
                    .chain(() -> store(tx, after))
                    .chain(() -> tell(tx, before, after))
                    .replaceWith(after);
        });
    }

    Uni<Void> delete(Tx tx, UUID id, IfMatch condition) {
        return lock(tx, id, condition)
                .call(issuer -> table.delete(tx, id))
                .chain(issuer -> ledger.enter(
                        tx,
                        Fact.of(
                                Topics.IDENTITY,
                                EventTypes.ISSUER_DELETED,
                                id,
                                issuer.version() + 1,
                                EventPayload.deleted())));
    }

    private Uni<IssuerState> lock(Tx tx, UUID id, IfMatch condition) {
        return table.lock(tx, id)
                .onItem()
                .ifNull()
                .failWith(IssuerService::notFound)
                .invoke(issuer -> condition.require(issuer.version()));
    }

    /** Whoever says which issuer is believed can be any user of the tenant. */
    private Uni<Void> requireAll(Tx tx) {
        return table.given(tx).invoke(author::requireOwn).replaceWithVoid();
    }

    private Uni<Void> store(Tx tx, IssuerState issuer) {
        Set<String> names = new TreeSet<>(issuer.defaultRoles());
        issuer.roleMappings().forEach(mapping -> names.add(mapping.role()));
        return table.roles(tx, names)
                .invoke(found -> requireRoles(issuer, found))
                .chain(found -> table.store(tx, issuer, found, author.id()));
    }

    private static void requireRoles(IssuerState issuer, Map<String, UUID> found) {
        List<Detail> mistakes = new ArrayList<>();
        for (RoleMapping mapping : issuer.roleMappings()) {
            if (!found.containsKey(mapping.role())) {
                mistakes.add(Detail.of("role_mappings", "Unknown role " + mapping.role()));
            }
        }
        for (String role : issuer.defaultRoles()) {
            if (!found.containsKey(role)) {
                mistakes.add(Detail.of("default_roles", "Unknown role " + role));
            }
        }
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("Validation failed", mistakes);
        }
    }

    private static void requireRoom(long present) {
        if (present >= MOST) {
            throw Problem.conflict("A tenant has at most " + MOST + " issuers");
        }
    }

    private Uni<Void> tell(Tx tx, IssuerState before, IssuerState after) {
        return ledger.enter(tx, fact(EventTypes.ISSUER_UPDATED, after, EventPayload.changed(before, after)));
    }

    static Problem notFound() {
        return Problem.notFound("Issuer not found");
    }

    private static Fact fact(String type, IssuerState issuer, EventPayload<IssuerState> payload) {
        return Fact.of(Topics.IDENTITY, type, issuer.issuerId(), issuer.version(), payload);
    }
}
