package io.deskgraph.tickets.copy;

import java.util.UUID;

/** Payloads of other services' events, as far as they are of interest here. */
final class Told {

    static final String GONE = "{\"after\":null,\"changed\":{}}";

    private Told() {}

    static String link(UUID tenant, UUID link, String ticket, UUID asset) {
        return """
                {"after":{"tenant":"%s","link_id":"%s","asset_id":"%s","ticket_id":"%s","relationship_type":"affected",
                "notes":null,"created_by":null,"created_at":"2026-01-01T00:00:00.000Z","version":1},"changed":{}}""".formatted(tenant, link, asset, ticket);
    }

    static String user(UUID user, String first, boolean inactive) {
        return """
                {"after":{"user_id":"%s","username":"ada@example.org","email":"ada@example.org","first_name":"%s",
                "last_name":"Lovelace","user_type":"internal","roles":["Admin"],"is_inactive":%s},"changed":{}}""".formatted(user, first, inactive);
    }

    static String asset(UUID tenant, UUID asset, String name) {
        return """
                {"after":{"tenant":"%s","asset_id":"%s","number":1,"database_id":"default","asset_tag":"A-1","name":"%s",
                "asset_type":"computer","status":"available","client_id":null,"serial_number":null},"changed":{}}""".formatted(tenant, asset, name);
    }
}
