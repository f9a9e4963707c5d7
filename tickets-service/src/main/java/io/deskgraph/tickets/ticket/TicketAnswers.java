package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.tickets.sql.Deadlocks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.BiFunction;

/** Runs writes of tickets and renders what comes out, each with its entity tag. */
@ApplicationScoped
class TicketAnswers {

    private final Mutations mutations;
    private final CurrentRequest current;
    private final ETags tags;
    private final Descriptions descriptions;

    TicketAnswers(Mutations mutations, CurrentRequest current, ETags tags, Descriptions descriptions) {
        this.mutations = mutations;
        this.current = current;
        this.tags = tags;
        this.descriptions = descriptions;
    }

    /** New tickets wait for their numbers, which come from one row. */
    Uni<Response> post(Object body, BiFunction<Tx, UUID, Uni<Ticket>> work) {
        UUID by = current.caller().userId();
        return mutations.postShared(body, tx -> work.apply(tx, by).map(this::created));
    }

    Uni<Response> change(BiFunction<Tx, UUID, Uni<Written>> work) {
        UUID by = current.caller().userId();
        return Deadlocks.again(mutations.change(tx -> work.apply(tx, by).map(this::updated)));
    }

    Uni<Response> delete(BiFunction<Tx, UUID, Uni<Void>> work) {
        UUID by = current.caller().userId();
        return Deadlocks.again(mutations.change(tx -> work.apply(tx, by).replaceWith(Answer.noContent())));
    }

    private Answer created(Ticket ticket) {
        Rendered view = tags.render(ticket.state().version(), TicketView.created(ticket));
        String location = "/api/v1/tickets/" + ticket.state().ticketId();
        return Answer.created(location, DataEnvelope.of(view)).tagged(view.tag());
    }

    private Answer updated(Written written) {
        Ticket ticket = written.ticket();
        Rendered view =
                tags.render(ticket.state().version(), TicketView.updated(ticket, descriptions.html(ticket.state())));
        DataEnvelope<Rendered> plain = DataEnvelope.of(view);
        return Answer.ok(written.meta().isEmpty() ? plain : plain.withMeta(written.meta()))
                .tagged(view.tag());
    }
}
