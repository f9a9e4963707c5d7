package io.deskgraph.links.association;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.kit.request.OpenTo;
import io.deskgraph.links.copy.End;
import io.deskgraph.links.copy.LookUps;
import io.deskgraph.links.copy.UnknownEnd;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the owner of tickets has the link of a ticket made from an asset made at once. The gateway does not route here. */
@Path("/internal/ticket-asset-links")
@Produces(MediaType.APPLICATION_JSON)
public class InternalLinkResource {

    private static final String KNOWN = """
            SELECT EXISTS (SELECT FROM asset_copies WHERE tenant_id = $1 AND asset_id = $2) AS asset,
                EXISTS (SELECT FROM ticket_copies WHERE tenant_id = $1 AND ticket_id = $3) AS ticket""";

    private final OwedLinks owed;
    private final LookUps lookUps;
    private final Mutations mutations;
    private final CurrentRequest current;
    private final Clock clock;

    InternalLinkResource(OwedLinks owed, LookUps lookUps, Mutations mutations, CurrentRequest current, Clock clock) {
        this.owed = owed;
        this.lookUps = lookUps;
        this.mutations = mutations;
        this.current = current;
        this.clock = clock;
    }

    /** A new ticket and the asset it is about. */
    public record Pair(@NotNull UUID ticketId, @NotNull UUID assetId) {}

    @POST
    @Authenticated
    @OpenTo("services, acting for a caller whose permission they have checked themselves")
    @Operation(hidden = true)
    public Uni<Response> link(@Valid @NotNull Pair pair) {
        UUID by = current.caller().userId();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return lookUps.learning(() -> mutations.change(tx -> requireKnown(tx, pair)
                .chain(() -> owed.make(tx, pair.ticketId(), pair.assetId(), by, now))
                .replaceWith(Answer.noContent())));
    }

    private static Uni<Void> requireKnown(Tx tx, Pair pair) {
        return tx.sql(KNOWN, tx.tenant(), pair.assetId(), pair.ticketId())
                .invoke(found -> check(pair, found.iterator().next()))
                .replaceWithVoid();
    }

    private static void check(Pair pair, Row known) {
        if (!known.getBoolean("asset")) {
            throw new UnknownEnd(End.asset(pair.assetId()), Side.TICKET.noAsset());
        }
        if (!known.getBoolean("ticket")) {
            throw new UnknownEnd(End.ticket(pair.ticketId()), Side.TICKET.noTicket());
        }
    }
}
