package io.deskgraph.tickets.bundle;

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
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Runs changes of bundles as the caller and renders what comes out. */
@ApplicationScoped
class BundleAnswers {

    private final Mutations mutations;
    private final BundleRepository repository;
    private final CurrentRequest current;
    private final ETags tags;

    BundleAnswers(Mutations mutations, BundleRepository repository, CurrentRequest current, ETags tags) {
        this.mutations = mutations;
        this.repository = repository;
        this.current = current;
        this.tags = tags;
    }

    /** 201 with the place of the bundle. */
    <T> Uni<Response> created(UUID master, Object body, BiFunction<Tx, UUID, Uni<T>> work) {
        UUID by = current.caller().userId();
        String location = "/api/v1/tickets/" + master + "/bundle";
        return Deadlocks.again(mutations.post(body, tx -> work.apply(tx, by)
                .chain(result -> tagged(tx, master, result))
                .map(view -> Answer.created(location, DataEnvelope.of(view)).tagged(view.tag()))));
    }

    /** @param master whose bundle it is afterwards */
    <T> Uni<Response> post(UUID master, Object body, BiFunction<Tx, UUID, Uni<T>> work) {
        UUID by = current.caller().userId();
        return Deadlocks.again(mutations.post(body, tx -> work.apply(tx, by)
                .chain(result -> tagged(tx, master, result))
                .map(BundleAnswers::ok)));
    }

    <T> Uni<Response> change(BiFunction<Tx, UUID, Uni<T>> work) {
        UUID by = current.caller().userId();
        return Deadlocks.again(mutations.change(tx -> work.apply(tx, by).map(BundleAnswers::ok)));
    }

    private <T> Uni<Rendered> tagged(Tx tx, UUID master, T result) {
        return repository
                .find(tx, master)
                .map(Optional::orElseThrow)
                .map(bundle -> tags.render(bundle.version(), result));
    }

    Rendered tagged(long version, Object view) {
        return tags.render(version, view);
    }

    private static <T> Answer ok(T result) {
        Answer answer = Answer.ok(DataEnvelope.of(result));
        return result instanceof Rendered rendered ? answer.tagged(rendered.tag()) : answer;
    }
}
