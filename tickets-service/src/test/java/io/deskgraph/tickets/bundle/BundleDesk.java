package io.deskgraph.tickets.bundle;

import static io.restassured.RestAssured.given;

import io.deskgraph.tickets.Desk;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A desk's bundles over HTTP. */
final class BundleDesk {

    final Desk desk = new Desk();

    ValidatableResponse bundle(String master, Object... more) {
        return call("POST", master, "", body(more));
    }

    /** With the default settings, or others where given. */
    void bundled(String master, List<String> children, Object... more) {
        Map<String, Object> body = body(more);
        body.put("child_ticket_ids", children);
        call("POST", master, "", body).statusCode(201);
    }

    ValidatableResponse add(String master, String... children) {
        return call("POST", master, "/children", Map.of("child_ticket_ids", List.of(children)));
    }

    ValidatableResponse remove(String master, String child) {
        return call("DELETE", master, "/children/" + child, null);
    }

    ValidatableResponse unbundle(String master) {
        return call("DELETE", master, "", null);
    }

    ValidatableResponse promote(String master, String child) {
        return call("POST", master, "/promote", Map.of("new_master_ticket_id", child));
    }

    ValidatableResponse settings(String master, Object... members) {
        return call("PUT", master, "/settings", body(members));
    }

    ValidatableResponse preview(String master, Object... members) {
        return call("POST", master, "/preview", body(members));
    }

    ValidatableResponse read(String ticket) {
        return call("GET", ticket, "", null);
    }

    ValidatableResponse delete(String ticket, String query) {
        return given().spec(desk.request())
                .delete("/api/v1/tickets/" + ticket + query)
                .then();
    }

    String number(String ticket) {
        return desk.read(ticket).extract().path("data.ticket_number");
    }

    private ValidatableResponse call(String method, String ticket, String path, Object body) {
        var request = desk.request();
        return (body == null ? request : request.body(body))
                .request(method, "/api/v1/tickets/" + ticket + "/bundle" + path)
                .then();
    }

    private static Map<String, Object> body(Object... members) {
        Map<String, Object> body = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return body;
    }
}
