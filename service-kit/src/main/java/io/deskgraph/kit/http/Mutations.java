package io.deskgraph.kit.http;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way in for every write: opens the one transaction of the request, and for a POST with an {@code Idempotency-Key}
 * stores the answer in it, so that the same key always gets the same answer and the effect happens once.
 */
@ApplicationScoped
public class Mutations {

    private final Transactions transactions;
    private final IdempotencyKeys keys;

    Mutations(Transactions transactions, IdempotencyKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    /** @param body what the client sent, as parsed: the same key with another body is refused */
    public Uni<Response> post(@Nullable Object body, Function<Tx, Uni<Answer>> work) {
        return keys.wrap(body, work, (twins, once) -> transactions.run(once));
    }

    /** {@link #post} with a Panache session. */
    public Uni<Response> postSession(@Nullable Object body, Function<Tx, Uni<Answer>> work) {
        return keys.wrap(body, work, (twins, once) -> transactions.session(once));
    }

    /** {@link #post} for work that all of a tenant's requests need the same row for: {@link Transactions#share}. */
    public Uni<Response> postShared(@Nullable Object body, Function<Tx, Uni<Answer>> work) {
        return keys.wrap(body, work, transactions::share);
    }

    /** PUT, PATCH and DELETE: idempotent by their nature or guarded by If-Match. */
    public Uni<Response> change(Function<Tx, Uni<Answer>> work) {
        return transactions.run(work).map(Answer::toResponse);
    }

    /** {@link #change} with a Panache session. */
    public Uni<Response> changeSession(Function<Tx, Uni<Answer>> work) {
        return transactions.session(work).map(Answer::toResponse);
    }
}
