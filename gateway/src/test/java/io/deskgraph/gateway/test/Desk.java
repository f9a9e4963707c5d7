package io.deskgraph.gateway.test;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One tenant's API as the holder of a key calls it; each answer is held against the OpenAPI document. */
public record Desk(String host, String key) {

    public static final Desk ACME = new Desk(Tenancies.ACME_HOST, Tenancies.ADA_KEY);
    public static final Desk GLOBEX = new Desk(Tenancies.GLOBEX_HOST, Tenancies.GRETA_KEY);

    public Told get(String path) {
        return told(request().get(path));
    }

    /** Only the status, which may be one of the edge's own that no operation declares. */
    public int status(String path) {
        return Gate.get(host, path, Gate.key(key)).status();
    }

    public Told delete(String path, String... headers) {
        return told(with(headers).delete(path));
    }

    public Told post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Told put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Told patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    public Told send(String method, String path, String body, String... headers) {
        RequestSpecification request = with(headers).contentType("application/json");
        return told((body.isEmpty() ? request : request.body(body)).request(method, path));
    }

    /** Another credential at the same host. */
    public Desk as(String otherKey) {
        return new Desk(host, otherKey);
    }

    private RequestSpecification with(String... headers) {
        RequestSpecification request = request();
        for (String header : headers) {
            int colon = header.indexOf(':');
            request.header(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return request;
    }

    private RequestSpecification request() {
        return given().urlEncodingEnabled(false).header("Host", host).header("X-API-Key", key);
    }

    private static Told told(Response answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers()
                .forEach(header -> headers.merge(
                        header.getName().toLowerCase(Locale.ROOT), header.getValue(), (a, b) -> a + "," + b));
        return new Told(new WireAnswer(answer.statusCode(), headers, answer.asByteArray()));
    }

    /** An answer that is read as JSON. */
    public record Told(WireAnswer answer) {

        public int status() {
            return answer.status();
        }

        public JsonPath json() {
            return JsonPath.from(answer.body());
        }

        public String text(String path) {
            return json().getString(path);
        }

        public Told expect(int status) {
            if (answer.status() != status) {
                throw new AssertionError(answer.status() + " instead of " + status + ": " + answer.body());
            }
            return this;
        }
    }
}
