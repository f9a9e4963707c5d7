package io.deskgraph.links.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.links.desk.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EdgeConstraintsTest {

    private static final String OK = "made";
    private static final String DUPLICATE = "23505";
    private static final String REVERSED = "23P01";
    private static final String REFUSED = "23514";
    private static final String NO_SUCH_ASSET = "23503";

    private final Desk desk = Desk.open();
    private final UUID a = Ids.next();
    private final UUID b = Ids.next();

    @BeforeEach
    void twoAssets() {
        desk.assetChanges(a, 1, "A");
        desk.assetChanges(b, 1, "B");
        desk.applied(Topics.ASSETS, a, 1);
        desk.applied(Topics.ASSETS, b, 1);
    }

    @Test
    void havingNoAliasIsOneSlotAndAliasesAreExact() {
        assertEquals(OK, edge(a, b, "parentChild", null));
        assertEquals(DUPLICATE, edge(a, b, "parentChild", null));
        assertEquals(OK, edge(a, b, "parentChild", "x"));
        assertEquals(DUPLICATE, edge(a, b, "parentChild", "x"));
        assertEquals(OK, edge(a, b, "parentChild", "X"));
    }

    @Test
    void parentAndChildDoNotChangePlacesWhateverTheAlias() {
        assertEquals(OK, edge(a, b, "parentChild", "x"));
        assertEquals(REVERSED, edge(b, a, "parentChild", null));
        assertEquals(REVERSED, edge(b, a, "parentChild", "y"));
    }

    @Test
    void relatedIsOneEdgeInWhicheverDirection() {
        assertEquals(OK, edge(a, b, "related", null));
        assertEquals(DUPLICATE, edge(b, a, "related", null));
        assertEquals(DUPLICATE, edge(a, b, "related", null));
        assertEquals(OK, edge(b, a, "parentChild", null));
    }

    @Test
    void aFreeTypeMayRunBothWays() {
        assertEquals(OK, edge(a, b, "runs on", null));
        assertEquals(DUPLICATE, edge(a, b, "runs on", null));
        assertEquals(OK, edge(b, a, "runs on", null));
    }

    @Test
    void anEdgeHasTwoEndsAndOnlyParentChildHasAnAlias() {
        assertEquals(REFUSED, edge(a, a, "related", null));
        assertEquals(REFUSED, edge(a, b, "related", "x"));
        assertEquals(REFUSED, edge(a, b, "parentChild", ""));
        assertEquals(REFUSED, edge(a, b, "parentChild", "x".repeat(129)));
        assertEquals(REFUSED, edge(a, b, "", null));
        assertEquals(NO_SUCH_ASSET, edge(a, Ids.next(), "related", null));
    }

    private String edge(UUID from, UUID to, String type, String alias) {
        try {
            Database.execute(
                    "INSERT INTO asset_links (tenant_id, link_id, from_asset_id, to_asset_id, relationship_type, alias,"
                            + " created_by, created_at, updated_by, updated_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?::text, ?, now(), ?, now())",
                    desk.tenant(),
                    Ids.next(),
                    from,
                    to,
                    type,
                    alias,
                    a,
                    a);
            return OK;
        } catch (IllegalStateException refused) {
            return ((SQLException) refused.getCause()).getSQLState();
        }
    }
}
