package io.deskgraph.links.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.TestTokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A tenant whose assets are named by their tags, with copies that are there from the beginning. */
public final class Graph {

    public static final UUID USER = UUID.fromString("01970000-0000-7000-8000-0000000000ee");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Desk desk = Desk.open();
    private final Map<String, UUID> ids = new ConcurrentHashMap<>();
    private final String role = "Tester";

    /** A caller whom the default constraint lets do everything. */
    public RequestSpecification caller() {
        return desk.caller();
    }

    /** A caller who holds only the role that {@link Policy}s of the tests are about. */
    public RequestSpecification guarded() {
        return Desk.as(guardedToken());
    }

    private TestTokens guardedToken() {
        return TestTokens.with("asset:read", "asset:update", "ticket:read", "ticket:update")
                .tenant(desk.tenant(), "desk")
                .user(USER)
                .claim("roles", Set.of(role, "Technician"));
    }

    public Desk desk() {
        return desk;
    }

    public UUID tenant() {
        return desk.tenant();
    }

    public UUID asset(String tag) {
        return asset("default", tag);
    }

    public UUID asset(String database, String tag, String... tags) {
        UUID id = Ids.next();
        Database.execute(
                """
                INSERT INTO asset_copies (tenant_id, asset_id, version, number, database_id, asset_tag, name, asset_type,
                                          status, notes, extension_data, tags, created_at, updated_at)
                VALUES (?, ?, 1, 1, ?, ?, ?, 'server', 'available', '', '{}', string_to_array(?, ','), now(), now())""", tenant(), id, database, tag, "Name of " + tag, tags.length == 0 ? "" : String.join(",", tags));
        ids.put(tag, id);
        return id;
    }

    public void assets(String... tags) {
        for (String tag : tags) {
            asset(tag);
        }
    }

    public UUID id(String tag) {
        return ids.get(tag);
    }

    /** The tag of an id. */
    public String tag(Object id) {
        return ids.entrySet().stream()
                .filter(known -> known.getValue().toString().equals(id.toString()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    public static String body(String from, String to, String type, String alias) {
        Map<String, String> members = new TreeMap<>();
        members.put("fromAssetId", from);
        members.put("fromAssetDatabaseId", "default");
        members.put("toAssetId", to);
        members.put("toAssetDatabaseId", "default");
        members.put("relationshipType", type);
        if (alias != null) {
            members.put("assetLinkAliasId", alias);
        }
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) ->
                json.append('"').append(name).append("\":\"").append(value).append("\","));
        return json.replace(json.length() - 1, json.length(), "}").toString();
    }

    public Response link(String from, String to, String type, String alias) {
        return link(caller(), from, to, type, alias);
    }

    public static Response link(RequestSpecification by, String from, String to, String type, String alias) {
        return by.body(body(from, to, type, alias)).post("/asset-links");
    }

    /** A parentChild link that must be made; its id. */
    public String child(String parent, String child) {
        return linked(parent, child, "parentChild", null);
    }

    public String related(String one, String other) {
        return linked(one, other, "related", null);
    }

    public String linked(String from, String to, String type, String alias) {
        return link(from, to, type, alias).then().statusCode(200).extract().path("assetLinkId");
    }

    public Response single(String link) {
        return caller().get("/asset-links/single/" + link);
    }

    public Response list(String tag) {
        return list(caller(), tag, "");
    }

    public static Response list(RequestSpecification by, String tag, String query) {
        return by.get("/database/default/assets/" + tag + "/asset-links" + query);
    }

    public Response tree(String tag) {
        return list(caller(), tag, "?childTreeView=true");
    }

    /** The tree without rest-assured, which keeps an indented copy of each answer and so has no room for deep ones. */
    public byte[] plainTree(String tag) {
        String uri = "http://127.0.0.1:" + RestAssured.port + "/database/default/assets/" + tag
                + "/asset-links?childTreeView=true";
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", guardedToken().bearer())
                .build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode());
            return answer.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public Response put(String link, String body) {
        return caller().body(body).put("/asset-links/" + link);
    }

    public Response delete(String link) {
        return caller().delete("/asset-links/" + link);
    }

    /** A free-form relationship. */
    public Response relate(String from, String to, String type) {
        return caller().body("{\"related_asset_id\":\"" + id(to) + "\",\"relationship_type\":\"" + type + "\"}")
                .post("/api/v1/assets/" + id(from) + "/relationships");
    }

    public long edges() {
        return Database.count("SELECT count(*) FROM asset_links WHERE tenant_id = ?", tenant());
    }

    /** A constraint of the tenant. */
    public Policy policy() {
        return new Policy(tenant(), role);
    }
}
