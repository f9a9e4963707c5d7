package io.deskgraph.links.edge;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.links.access.AssetCard;
import io.deskgraph.links.copy.End;
import io.deskgraph.links.copy.UnknownEnd;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the assets that are to be linked. */
@ApplicationScoped
public class Ends {

    private static final String BY_ID =
            "SELECT " + AssetCard.columns("a", "") + " FROM asset_copies a WHERE a.tenant_id = $1 AND a.asset_id = $2";

    /** Two assets have one tag only until the second of two events has come; the younger news is right. */
    private static final String BY_TAG = "SELECT " + AssetCard.columns("a", "")
            + " FROM asset_copies a WHERE a.tenant_id = $1 AND a.database_id = $2 AND a.asset_tag = $3"
            + " ORDER BY a.updated_at DESC LIMIT 1";

    /** Fails with {@link UnknownEnd}, and in the end with the refusal, where there is no such asset. */
    public Uni<AssetCard> find(Tx tx, UUID id, Problem refusal) {
        return tx.sql(BY_ID, tx.tenant(), id)
                .map(found -> required(card(found), UnknownEnd.of(End.asset(id), refusal)));
    }

    /** As {@link #find(Tx, UUID, Problem)}; an asset that is known to be in another database is not asked for. */
    public Uni<AssetCard> find(Tx tx, AssetRef ref, Problem refusal) {
        UUID id = ref.id();
        return id == null
                ? tx.sql(BY_TAG, tx.tenant(), ref.databaseId(), ref.name())
                        .map(found -> required(card(found), UnknownEnd.tagged(ref.databaseId(), ref.name(), refusal)))
                : find(tx, id, refusal).invoke(card -> requireIn(ref.databaseId(), card, refusal));
    }

    private static @Nullable AssetCard card(RowSet<Row> found) {
        return found.rowCount() == 0 ? null : AssetCard.of(found.iterator().next(), "");
    }

    private static AssetCard required(@Nullable AssetCard card, UnknownEnd unknown) {
        if (card == null) {
            throw unknown;
        }
        return card;
    }

    private static void requireIn(String databaseId, AssetCard card, Problem refusal) {
        if (!card.databaseId().equals(databaseId)) {
            throw refusal;
        }
    }
}
