package io.deskgraph.assets;

import static io.restassured.RestAssured.given;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The service as one tenant's administrator calls it; each test takes a tenant of its own. */
public record Api(UUID tenant, String token) {

    public static Api ofNewTenant() {
        return of(Ids.next());
    }

    public static Api of(UUID tenant) {
        String[] all = Permissions.ALL.toArray(String[]::new);
        return new Api(tenant, TestTokens.with(all).tenant(tenant, "tenant").bearer());
    }

    public RequestSpecification request() {
        return given().header("Authorization", token).contentType("application/json");
    }

    public Response get(String path) {
        return request().urlEncodingEnabled(false).get(path);
    }

    public Response post(String path, String body) {
        return request().body(body).post(path);
    }

    public Response put(String path, String body) {
        return request().body(body).put(path);
    }

    public Response patch(String path, String body) {
        return request().body(body).patch(path);
    }

    public Response delete(String path) {
        return request().delete(path);
    }

    /** A new asset in the inventory dialect. */
    public JsonPath asset(String tag) {
        return asset(tag, "");
    }

    /** @param members more of the body, with a comma in front */
    public JsonPath asset(String tag, String members) {
        return post("/api/assets", "{\"asset_tag\":\"" + tag + "\",\"name\":\"Thing " + tag + "\"" + members + "}")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public JsonPath category(String name) {
        return lookUp("/api/categories", name);
    }

    public JsonPath location(String name) {
        return lookUp("/api/locations", name);
    }

    public JsonPath employee(String name) {
        return lookUp("/api/employees", name);
    }

    private JsonPath lookUp(String path, String name) {
        return post(path, "{\"name\":\"" + name + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
