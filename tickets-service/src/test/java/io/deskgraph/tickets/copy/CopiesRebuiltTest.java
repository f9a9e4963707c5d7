package io.deskgraph.tickets.copy;

import static io.deskgraph.contracts.EventTypes.ASSET_CREATED;
import static io.deskgraph.contracts.EventTypes.ASSET_DELETED;
import static io.deskgraph.contracts.EventTypes.ASSET_UPDATED;
import static io.deskgraph.contracts.EventTypes.TICKET_ASSET_LINKED;
import static io.deskgraph.contracts.EventTypes.TICKET_ASSET_UNLINKED;
import static io.deskgraph.contracts.EventTypes.USER_CREATED;
import static io.deskgraph.contracts.EventTypes.USER_DELETED;
import static io.deskgraph.contracts.EventTypes.USER_UPDATED;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.RebuildContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;

@QuarkusTest
class CopiesRebuiltTest extends RebuildContract {

    private static final String MADE_UP = """
            INSERT INTO %1$s SELECT (jsonb_populate_record(c, jsonb_build_object('id', '%2$s'::uuid))).*
            FROM %1$s AS c WHERE tenant_id = ? LIMIT 1""";

    private final UUID tenant = Ids.next();
    private final UUID gone = Ids.next();

    @Override
    protected UUID tenant() {
        return tenant;
    }

    @Override
    protected void history() {
        UUID asset = Ids.next();
        UUID user = Ids.next();
        tell(Topics.ASSETS, ASSET_CREATED, asset, 1, Told.asset(tenant, asset, "Laptop"));
        tell(Topics.ASSETS, ASSET_UPDATED, asset, 2, Told.asset(tenant, asset, "Laptop 2"));
        tell(Topics.ASSETS, ASSET_CREATED, gone, 1, Told.asset(tenant, gone, "Gone"));
        tell(Topics.ASSETS, ASSET_DELETED, gone, 2, Told.GONE);
        tell(Topics.IDENTITY, USER_CREATED, user, 1, Told.user(user, "Ada", false));
        tell(Topics.IDENTITY, USER_UPDATED, user, 2, Told.user(user, "Augusta", true));
        tell(Topics.IDENTITY, USER_CREATED, gone, 1, Told.user(gone, "Bob", false));
        tell(Topics.IDENTITY, USER_DELETED, gone, 2, Told.GONE);
        link(Ids.next(), asset);
        link(Ids.next(), asset);
        link(gone, asset);
        tell(Topics.LINKS, TICKET_ASSET_UNLINKED, gone, 2, Told.GONE);
    }

    private void link(UUID link, UUID asset) {
        String ticket = Ids.next().toString();
        tell(Topics.LINKS, TICKET_ASSET_LINKED, link, 1, Told.link(tenant, link, ticket, asset));
    }

    @Override
    protected List<String> copies() {
        return List.of("asset_copies", "user_copies", "ticket_asset_link_copies");
    }

    @Override
    protected List<String> harm() {
        return List.of(
                "UPDATE asset_copies SET name = 'wrong' WHERE tenant_id = ?",
                "UPDATE ticket_asset_link_copies SET asset_id = ticket_id WHERE tenant_id = ?",
                // One that never was, and those that are gone.
                MADE_UP.formatted("asset_copies", Ids.next()),
                MADE_UP.formatted("asset_copies", gone),
                MADE_UP.formatted("user_copies", gone),
                MADE_UP.formatted("ticket_asset_link_copies", gone),
                "DELETE FROM user_copies WHERE tenant_id = ? AND id <> '" + gone + "'");
    }
}
