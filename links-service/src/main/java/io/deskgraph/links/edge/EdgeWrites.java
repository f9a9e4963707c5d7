package io.deskgraph.links.edge;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.links.access.AssetAccess;
import io.deskgraph.links.access.AssetRights;
import io.deskgraph.links.copy.LookUps;
import io.deskgraph.links.copy.LostToADeletion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The course of a request that changes the graph: the caller's rights first, then one transaction. */
@ApplicationScoped
public class EdgeWrites {

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
        return lookUps.learning(() -> LostToADeletion.again(mutations.post(body, tx -> work.apply(tx, rights))));
    }

    /** A PUT or a DELETE. */
    public Uni<Response> change(BiFunction<Tx, AssetRights, Uni<Answer>> work) {
        AssetRights rights = access.ofCaller();
        return LostToADeletion.again(mutations.change(tx -> work.apply(tx, rights)));
    }
}
