package io.deskgraph.links.edge;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.links.access.AssetAccess;
import io.deskgraph.links.access.AssetRights;
import io.deskgraph.links.copy.LookUps;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The course of a request that changes the graph: the caller's rights first, then one transaction. */
@ApplicationScoped
public class EdgeWrites {

    /** An end was deleted while it was being linked, or a deletion waited for us and we for it. */
    private static final Set<String> LOST_TO_A_DELETION = Set.of("23503", "40P01");

    private static final int RETRIES = 3;

    private final AssetAccess access;
    private final Mutations mutations;
    private final LookUps lookUps;

    EdgeWrites(AssetAccess access, Mutations mutations, LookUps lookUps) {
        this.access = access;
        this.mutations = mutations;
        this.lookUps = lookUps;
    }

    /** A POST; work that misses an asset is done again once its owner was asked. */
    public Uni<Response> post(@Nullable Object body, BiFunction<Tx, AssetRights, Uni<Answer>> work) {
        AssetRights rights = access.ofCaller();
        return lookUps.learning(() -> persistently(mutations.post(body, tx -> work.apply(tx, rights))));
    }

    /** A PUT or a DELETE. */
    public Uni<Response> change(BiFunction<Tx, AssetRights, Uni<Answer>> work) {
        AssetRights rights = access.ofCaller();
        return persistently(mutations.change(tx -> work.apply(tx, rights)));
    }

    private static Uni<Response> persistently(Uni<Response> attempt) {
        return attempt.onFailure(EdgeWrites::isLostToADeletion).retry().atMost(RETRIES);
    }

    private static boolean isLostToADeletion(Throwable failure) {
        return failure instanceof PgException refused && LOST_TO_A_DELETION.contains(refused.getSqlState());
    }
}
