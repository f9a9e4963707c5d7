package io.deskgraph.assets;

import static io.deskgraph.contracts.EventTypes.ASSET_LINK_CREATED;
import static io.deskgraph.contracts.EventTypes.ASSET_LINK_DELETED;
import static io.deskgraph.contracts.EventTypes.REFERENCE_CHANGED;
import static io.deskgraph.contracts.EventTypes.TENANT_UPDATED;
import static io.deskgraph.contracts.EventTypes.TICKET_ASSET_LINKED;
import static io.deskgraph.contracts.EventTypes.TICKET_ASSET_UNLINKED;
import static io.deskgraph.contracts.EventTypes.TICKET_CREATED;
import static io.deskgraph.contracts.EventTypes.TICKET_DELETED;
import static io.deskgraph.contracts.EventTypes.TICKET_UPDATED;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.RebuildContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;

@QuarkusTest
class CopiesRebuiltTest extends RebuildContract {

    private static final String GONE = "{\"after\":null,\"changed\":{}}";
    private static final String MADE_UP = """
            INSERT INTO %1$s SELECT (jsonb_populate_record(c, jsonb_build_object('id', '%2$s'::uuid))).*
            FROM %1$s AS c WHERE tenant_id = ? LIMIT 1""";

    private final UUID tenant = Ids.next();
    private final UUID gone = Ids.next();
    private final UUID goneToo = Ids.next();

    @Override
    protected UUID tenant() {
        return tenant;
    }

    @Override
    protected void history() {
        UUID ticket = Ids.next();
        tell(Topics.TICKETS, TICKET_CREATED, ticket, 1, ticket(ticket, false));
        tell(Topics.TICKETS, TICKET_UPDATED, ticket, 2, ticket(ticket, true));
        tell(Topics.TICKETS, TICKET_CREATED, gone, 1, ticket(gone, false));
        tell(Topics.TICKETS, TICKET_DELETED, gone, 2, GONE);
        client(Ids.next(), 1, "Before");
        UUID client = Ids.next();
        client(client, 1, "Before");
        client(client, 2, "Acme");
        UUID link = Ids.next();
        tell(Topics.LINKS, TICKET_ASSET_LINKED, link, 1, link(link, ticket));
        tell(Topics.LINKS, TICKET_ASSET_LINKED, gone, 1, link(gone, ticket));
        tell(Topics.LINKS, TICKET_ASSET_UNLINKED, gone, 2, GONE);
        UUID edge = Ids.next();
        tell(Topics.LINKS, ASSET_LINK_CREATED, edge, 1, edge(edge));
        tell(Topics.LINKS, ASSET_LINK_CREATED, goneToo, 1, edge(goneToo));
        tell(Topics.LINKS, ASSET_LINK_DELETED, goneToo, 2, GONE);
        tell(Topics.IDENTITY, TENANT_UPDATED, tenant, 1, """
                {"after":{"tenant_id":"%s","slug":"acme","name":"Acme","is_msp":false,
                          "settings":{"asset_limit":7,"qr_base_url":"https://q"}},"changed":{}}""".formatted(tenant));
    }

    @Override
    protected List<String> copies() {
        return List.of(
                "ticket_copies",
                "ticket_link_copies",
                "client_copies",
                "asset_link_copies",
                "tenant_copies",
                "inventories");
    }

    @Override
    protected List<String> harm() {
        return List.of(
                "UPDATE ticket_copies SET is_closed = NOT is_closed WHERE tenant_id = ?",
                "UPDATE ticket_link_copies SET asset_id = ticket_id WHERE tenant_id = ?",
                "UPDATE asset_link_copies SET relationship_type = 'wrong' WHERE tenant_id = ?",
                "UPDATE tenant_copies SET slug = 'wrong' WHERE tenant_id = ?",
                "UPDATE inventories SET asset_limit = 1 WHERE tenant_id = ?",
                // One that never was, and those that are gone.
                MADE_UP.formatted("ticket_copies", Ids.next()),
                MADE_UP.formatted("ticket_copies", gone),
                MADE_UP.formatted("ticket_link_copies", gone),
                MADE_UP.formatted("asset_link_copies", goneToo),
                "DELETE FROM client_copies WHERE tenant_id = ?");
    }

    private void client(UUID id, long version, String name) {
        String payload = """
                {"after":{"kind":"client","id":"%s","name":"%s","attributes":{"email":"a@b.c"},"version":%d},
                 "changed":{}}""";
        tell(Topics.TICKETS, REFERENCE_CHANGED, "client:" + id, version, payload.formatted(id, name, version));
    }

    private static String ticket(UUID id, boolean closed) {
        return "{\"after\":{\"ticket_id\":\"%s\",\"is_closed\":%s},\"changed\":{}}".formatted(id, closed);
    }

    private static String link(UUID id, UUID ticket) {
        return "{\"after\":{\"link_id\":\"%s\",\"asset_id\":\"%s\",\"ticket_id\":\"%s\"},\"changed\":{}}"
                .formatted(id, Ids.next(), ticket);
    }

    private static String edge(UUID id) {
        return """
                {"after":{"link_id":"%s","from_asset_id":"%s","to_asset_id":"%s","relationship_type":"parentChild",
                          "created_at":"2026-01-01T00:00:00.000Z"},"changed":{}}""".formatted(id, Ids.next(), Ids.next());
    }
}
