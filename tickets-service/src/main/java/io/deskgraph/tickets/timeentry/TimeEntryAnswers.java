package io.deskgraph.tickets.timeentry;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.tickets.listing.Lists;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Runs reads and writes of time entries for the caller and renders what comes out. */
@ApplicationScoped
class TimeEntryAnswers {

    private final Lists lists;
    private final Mutations mutations;
    private final CurrentRequest current;
    private final ETags tags;
    private final Validator validator;

    TimeEntryAnswers(Lists lists, Mutations mutations, CurrentRequest current, ETags tags, Validator validator) {
        this.lists = lists;
        this.mutations = mutations;
        this.current = current;
        this.tags = tags;
        this.validator = validator;
    }

    /** Whoever does not see everybody's entries gets a list of their own. */
    Uni<Response> list() {
        Caller caller = current.caller();
        UUID user = caller.userId();
        Function<Row, TimeEntryView> view = row -> TimeEntryView.of(row, user);
        return TimeEntryRights.seesAll(caller)
                ? lists.answer(TimeEntryList.SHAPE, view)
                : lists.answer(TimeEntryList.SHAPE, TimeEntryList.of(user), view);
    }

    Uni<Response> get(Function<Caller, Uni<Row>> read) {
        return read.apply(current.caller()).map(row -> answer(200, row).toResponse());
    }

    void check(Sent<UpdateTimeEntry> request) {
        Set<ConstraintViolation<UpdateTimeEntry>> violations = validator.validate(request.body());
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }

    Uni<Response> post(CreateTimeEntry request, BiFunction<Tx, Caller, Uni<Row>> work) {
        Caller by = current.caller();
        return mutations.post(request, tx -> work.apply(tx, by)
                .map(row -> answer(201, row).header("Location", "/api/v1/time-entries/" + row.getUUID("id"))));
    }

    Uni<Response> put(BiFunction<Tx, Caller, Uni<Row>> work) {
        Caller by = current.caller();
        return mutations.change(tx -> work.apply(tx, by).map(row -> answer(200, row)));
    }

    Uni<Response> delete(BiFunction<Tx, Caller, Uni<Void>> work) {
        Caller by = current.caller();
        return mutations.change(tx -> work.apply(tx, by).replaceWith(Answer.noContent()));
    }

    private Answer answer(int status, Row row) {
        Rendered view = tags.render(
                row.getInteger("version"),
                TimeEntryView.of(row, current.caller().userId()));
        return Answer.of(status, DataEnvelope.of(view)).tagged(view.tag());
    }
}
