package io.deskgraph.tickets.lookup;

import io.deskgraph.tickets.Desk;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * How a test makes one of a kind.
 *
 * @param kind in events
 * @param path of the collection; {@code %s} is the client
 * @param id the member with the id
 * @param name the member with the name
 * @param more what else a name needs
 */
record Sample(String kind, String path, String id, String name, BiFunction<Desk, String, Map<String, ?>> more) {

    static final Sample[] ALL = {
        new Sample("board", "boards", "board_id", "board_name", (desk, name) -> Map.of("description", "d")),
        new Sample(
                "status",
                "statuses",
                "status_id",
                "name",
                (desk, name) -> Map.of("status_type", "ticket", "board_id", desk.board, "color", "#00ff00")),
        new Sample("priority", "priorities", "priority_id", "priority_name", (desk, name) -> Map.of("order_number", 7)),
        new Sample("client", "clients", "client_id", "client_name", (desk, name) -> Map.of("email", "a@example.org")),
        new Sample(
                "client_location",
                "clients/%s/locations",
                "location_id",
                "location_name",
                (desk, name) -> Map.of("phone", "123")),
        new Sample(
                "contact",
                "contacts",
                "contact_name_id",
                "full_name",
                (desk, name) -> Map.of("email", name.replace(" ", "") + "@example.org", "client_id", desk.client)),
        new Sample(
                "category",
                "categories",
                "category_id",
                "category_name",
                (desk, name) -> Map.of("board_id", desk.board)),
        new Sample(
                "product",
                "products",
                "service_id",
                "service_name",
                (desk, name) -> Map.of("item_kind", "product", "currency_code", "EUR", "default_rate", 1999))
    };

    String path(Desk desk) {
        return "/api/v1/" + path.formatted(desk.client);
    }

    Map<String, Object> body(Desk desk, String text) {
        Map<String, Object> body = new HashMap<>(more.apply(desk, text));
        body.put(name, text);
        return body;
    }

    String create(Desk desk, String text) {
        return desk.create(path(desk), body(desk, text), id);
    }

    @Override
    public String toString() {
        return kind;
    }
}
