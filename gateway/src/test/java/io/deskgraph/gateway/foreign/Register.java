package io.deskgraph.gateway.foreign;

import io.deskgraph.gateway.test.Desk;
import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.test.Eventually;
import java.util.List;

/** A tenant's register of issuers, and its API as the bearer of a token calls it. */
record Register(Desk desk) {

    private static final String PATH = "/api/v1/issuers";

    static final Register ACME = new Register(Desk.ACME);
    static final Register GLOBEX = new Register(Desk.GLOBEX);

    /** Takes out what other tests have left. */
    void clear() {
        List<String> ids = desk.get(PATH).expect(200).json().getList("data.issuer_id");
        ids.forEach(id -> desk.delete(PATH + "/" + id).expect(204));
    }

    /** @param more members of the entry, each with a comma in front */
    String add(String issuer, String audience, String more) {
        String body = "{\"issuer\":\"%s\",\"audiences\":[\"%s\"],\"user_claim\":\"email\"%s}";
        return desk.post(PATH, body.formatted(issuer, audience, more))
                .expect(201)
                .text("data.issuer_id");
    }

    void change(String id, String body) {
        desk.patch(PATH + "/" + id, body).expect(200);
    }

    void remove(String id) {
        desk.delete(PATH + "/" + id).expect(204);
    }

    int status(String token) {
        return get("/api/v1/me", token).status();
    }

    WireAnswer get(String path, String token, String... more) {
        String[] headers = new String[more.length + 1];
        headers[0] = bearer(token);
        System.arraycopy(more, 0, headers, 1, more.length);
        return Gate.get(desk.host(), path, headers);
    }

    void accepts(String token) {
        Eventually.until("the token is accepted", () -> status(token) == 200);
    }

    void refuses(String token) {
        Eventually.until("the token is refused", () -> status(token) == 401);
    }

    /** As what was changed about it is heard of, and not only with the next look at everything. */
    void refusesSoon(String token) {
        Eventually.soon("The token is refused", () -> status(token) == 401);
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }
}
