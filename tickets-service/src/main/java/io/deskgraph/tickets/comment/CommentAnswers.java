package io.deskgraph.tickets.comment;

import io.deskgraph.contracts.ticket.CommentState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.http.QueryReader;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.tickets.sql.Deadlocks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what requests on comments have in common, runs their writes and renders what comes out. */
@ApplicationScoped
class CommentAnswers {

    private final Mutations mutations;
    private final CurrentRequest current;
    private final QueryParams query;
    private final CommentText text;
    private final ETags tags;

    CommentAnswers(Mutations mutations, CurrentRequest current, QueryParams query, CommentText text, ETags tags) {
        this.mutations = mutations;
        this.current = current;
        this.query = query;
        this.text = text;
        this.tags = tags;
    }

    <T> T query(Function<QueryReader, T> reading) {
        return query.read(reading);
    }

    void check(CreateComment request) {
        text.checked(request.commentText());
        request.requireConsistentMuting();
    }

    void check(UpdateComment request) {
        text.checked(request.commentText());
    }

    CommentEdits.Target target(String ticket, String comment, @Nullable String ifMatch) {
        return new CommentEdits.Target(
                Ids.parse("ticket", ticket), Ids.parse("comment", comment), current.caller(), ETags.ifMatch(ifMatch));
    }

    Uni<Response> post(Object body, BiFunction<Tx, Caller, Uni<CommentState>> work) {
        Caller by = current.caller();
        return Deadlocks.again(mutations.post(body, tx -> work.apply(tx, by).map(comment -> answer(201, comment))));
    }

    Uni<Response> toggle(Object body, BiFunction<Tx, Caller, Uni<Boolean>> work) {
        Caller by = current.caller();
        return mutations.post(
                body, tx -> work.apply(tx, by).map(added -> Answer.ok(DataEnvelope.of(new React.Toggled(added)))));
    }

    Uni<Response> put(Function<Tx, Uni<CommentState>> work) {
        return mutations.change(tx -> work.apply(tx).map(comment -> answer(200, comment)));
    }

    Uni<Response> delete(Function<Tx, Uni<Void>> work) {
        return mutations.change(tx -> work.apply(tx).replaceWith(Answer.noContent()));
    }

    private Answer answer(int status, CommentState comment) {
        CommentView view = CommentView.of(current.tenantId(), comment, text.html(comment.note()));
        Rendered rendered = tags.render(comment.version(), view);
        return Answer.of(status, DataEnvelope.of(rendered)).tagged(rendered.tag());
    }
}
