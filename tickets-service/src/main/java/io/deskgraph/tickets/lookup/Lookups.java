package io.deskgraph.tickets.lookup;

import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.tickets.sql.Times;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Creates look-ups. */
@ApplicationScoped
public class Lookups {

    private final Mutations mutations;
    private final CurrentRequest current;
    private final Outbox outbox;
    private final ETags tags;
    private final Clock clock;

    Lookups(Mutations mutations, CurrentRequest current, Outbox outbox, ETags tags, Clock clock) {
        this.mutations = mutations;
        this.current = current;
        this.outbox = outbox;
        this.tags = tags;
        this.clock = clock;
    }

    /**
     * @param request what the client sent
     * @param row checks it and gives the row it asks for, without what every look-up has
     */
    public <E extends Lookup> Uni<Response> create(
            Object request,
            Function<Tx, Uni<E>> row,
            PanacheRepositoryBase<E, UUID> rows,
            Function<E, ? extends LookupView> view) {
        return mutations.postSession(request, tx -> row.apply(tx)
                .chain(checked -> persist(tx, checked, rows))
                .chain(made -> announce(tx, view.apply(made), made.version)));
    }

    private <E extends Lookup> Uni<E> persist(Tx tx, E row, PanacheRepositoryBase<E, UUID> rows) {
        row.tenantId = tx.tenant();
        row.id = Ids.next();
        row.createdAt = Times.now(clock);
        row.createdBy = current.caller().userId();
        row.updatedAt = row.createdAt;
        row.version = 1;
        return rows.persistAndFlush(row);
    }

    private Uni<Answer> announce(Tx tx, LookupView made, int version) {
        ReferenceState reference = made.reference(version);
        Rendered view = tags.render(version, made);
        return outbox.append(tx, reference.written(Topics.TICKETS, Map.of()))
                .replaceWith(Answer.of(201, DataEnvelope.of(view)).tagged(view.tag()));
    }
}
