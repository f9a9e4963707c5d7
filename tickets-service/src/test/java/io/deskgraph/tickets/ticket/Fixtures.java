package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import java.util.UUID;

/** Rows that have no endpoint yet. */
final class Fixtures {

    private final UUID tenant;

    Fixtures(UUID tenant) {
        this.tenant = tenant;
    }

    UUID location(UUID client, String name, boolean isDefault) {
        return insert(
                "client_locations (tenant_id, id, client_id, location_name, email, phone, is_default, created_at,"
                        + " updated_at, version) VALUES (?, ?, ?, ?, 'desk@example.org', '123', ?, now(), now(), 1)",
                client,
                name,
                isDefault);
    }

    UUID contact(UUID client, String name) {
        return insert(
                "contacts (tenant_id, id, client_id, full_name, email, phone_number, created_at, updated_at, version)"
                        + " VALUES (?, ?, ?, ?, gen_random_uuid() || '@example.org', '456', now(), now(), 1)",
                client,
                name);
    }

    UUID category(String name, UUID parent) {
        return insert(
                "categories (tenant_id, id, category_name, parent_category, created_at, updated_at, version)"
                        + " VALUES (?, ?, ?, ?, now(), now(), 1)",
                name,
                parent);
    }

    void link(String ticket, UUID asset) {
        insert(
                "ticket_asset_link_copies (tenant_id, id, ticket_id, asset_id) VALUES (?, ?, ?, ?)",
                UUID.fromString(ticket),
                asset);
    }

    void timeEntry(String ticket, UUID user) {
        insert(
                "time_entries (tenant_id, id, ticket_id, user_id, start_time, end_time, work_date, billable_duration,"
                        + " created_at, updated_at, version)"
                        + " VALUES (?, ?, ?, ?, now(), now() + interval '1 h', current_date, 60, now(), now(), 1)",
                UUID.fromString(ticket),
                user);
    }

    void material(String ticket, UUID client) {
        UUID product = insert("products (tenant_id, id, service_name, item_kind, currency_code, created_at, updated_at,"
                + " version) VALUES (?, ?, gen_random_uuid(), 'product', 'EUR', now(), now(), 1)");
        insert(
                "ticket_materials (tenant_id, id, ticket_id, client_id, service_id, quantity, rate, currency_code,"
                        + " created_at, updated_at, version) VALUES (?, ?, ?, ?, ?, 1, 1, 'EUR', now(), now(), 1)",
                UUID.fromString(ticket),
                client,
                product);
    }

    private UUID insert(String rest, Object... values) {
        UUID id = Ids.next();
        Object[] args = new Object[values.length + 2];
        args[0] = tenant;
        args[1] = id;
        System.arraycopy(values, 0, args, 2, values.length);
        Database.execute("INSERT INTO " + rest, args);
        return id;
    }
}
