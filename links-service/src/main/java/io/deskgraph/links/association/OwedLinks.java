package io.deskgraph.links.association;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.link.TicketAssetLinkState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.links.copy.Dependents;
import io.deskgraph.links.copy.End;
import io.deskgraph.links.copy.Followers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Makes the link that a ticket made from an asset is owed: when asked at once, or else when the ticket's event comes. */
@ApplicationScoped
class OwedLinks implements Followers, Dependents {

    private static final String OWE = """
            INSERT INTO owed_links (tenant_id, ticket_id, asset_id, owed_to, owed_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT ON CONSTRAINT owed_links_pk DO NOTHING""";

    private static final String SETTLE = """
            UPDATE owed_links o SET made = true
            WHERE o.tenant_id = $1 AND o.%s = $2 AND NOT o.made
                AND EXISTS (SELECT FROM asset_copies a WHERE a.tenant_id = $1 AND a.asset_id = o.asset_id)
                AND EXISTS (SELECT FROM ticket_copies t WHERE t.tenant_id = $1 AND t.ticket_id = o.ticket_id)
            RETURNING o.ticket_id, o.asset_id, o.owed_to, o.owed_at""";

    private static final String SETTLE_TICKET = SETTLE.formatted("ticket_id");
    private static final String SETTLE_ASSET = SETTLE.formatted("asset_id");
    private static final String FORGET_TICKET = "DELETE FROM owed_links WHERE tenant_id = $1 AND ticket_id = $2";
    private static final String FORGET_ASSET =
            "DELETE FROM owed_links WHERE tenant_id = $1 AND asset_id = $2 AND NOT made";

    private static final String FROM_ASSET = "asset";
    private static final String AFFECTED = "affected";
    private static final int FIRST_VERSION = 1;

    private final AssociationRepository links;
    private final Outbox outbox;

    OwedLinks(AssociationRepository links, Outbox outbox) {
        this.links = links;
        this.outbox = outbox;
    }

    /** Both ends are known here. */
    Uni<Void> make(Tx tx, UUID ticket, UUID asset, UUID by, Instant at) {
        return owe(tx, ticket, asset, by, at).chain(() -> settle(tx, SETTLE_TICKET, ticket, UnaryOperator.identity()));
    }

    @Override
    public Uni<Void> follow(Tx tx, End end, ReceivedEvent event) {
        UnaryOperator<Fact> caused = fact -> fact.causedBy(event.id());
        if (end.kind() == End.Kind.ASSET) {
            return settle(tx, SETTLE_ASSET, end.id(), caused);
        }
        String asset = event.after().at("/attributes/created_from_asset").textValue();
        String by = event.after().path("entered_by").textValue();
        if (!isFromAsset(event) || asset == null || by == null) {
            return Uni.createFrom().voidItem();
        }
        return owe(
                        tx,
                        end.id(),
                        UUID.fromString(asset),
                        UUID.fromString(by),
                        event.time().toInstant())
                .chain(() -> settle(tx, SETTLE_TICKET, end.id(), caused));
    }

    @Override
    public Uni<Void> release(Tx tx, End end, ReceivedEvent deletion) {
        String forget = end.kind() == End.Kind.ASSET ? FORGET_ASSET : FORGET_TICKET;
        return tx.sql(forget, tx.tenant(), end.id()).replaceWithVoid();
    }

    /** The attribute may be anybody's; the source is the owner's own word. */
    private static boolean isFromAsset(ReceivedEvent event) {
        return event.type().equals(EventTypes.TICKET_CREATED)
                && FROM_ASSET.equals(event.after().path("source").textValue());
    }

    private static Uni<Void> owe(Tx tx, UUID ticket, UUID asset, UUID by, Instant at) {
        return tx.sql(OWE, tx.tenant(), ticket, asset, by, at.atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    private Uni<Void> settle(Tx tx, String statement, UUID id, UnaryOperator<Fact> cause) {
        return tx.sql(statement, tx.tenant(), id)
                .onItem()
                .transformToMulti(owed -> Multi.createFrom().iterable(owed))
                .onItem()
                .transformToUniAndConcatenate(row -> link(tx, state(tx, row), cause))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A pair that somebody has linked by hand meanwhile has what it is owed. */
    private Uni<Void> link(Tx tx, TicketAssetLinkState link, UnaryOperator<Fact> cause) {
        return links.insert(tx, link)
                .chain(outcome -> outcome.linked()
                        ? outbox.append(tx, cause.apply(AssociationFacts.linked(link)))
                        : Uni.createFrom().voidItem());
    }

    private static TicketAssetLinkState state(Tx tx, Row owed) {
        return new TicketAssetLinkState(
                tx.tenant(),
                Ids.next(),
                owed.getUUID("asset_id"),
                owed.getUUID("ticket_id"),
                AFFECTED,
                null,
                owed.getUUID("owed_to"),
                owed.getOffsetDateTime("owed_at").toInstant(),
                FIRST_VERSION);
    }
}
