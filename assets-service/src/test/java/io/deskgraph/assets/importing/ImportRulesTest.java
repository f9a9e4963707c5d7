package io.deskgraph.assets.importing;

import static io.deskgraph.assets.Files.upload;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.assets.Api;
import io.deskgraph.assets.Parallel;
import io.deskgraph.assets.Schemas;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.kit.test.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportRulesTest {

    private final Api api = Api.ofNewTenant();

    @Test
    void eachRealChangeHasItsEventAndItsHistory() {
        upload(api, "?create_missing=true", "asset_tag,name,location\nA,One,Here\nB,Two,here\n");
        upload(api, "", "asset_tag,name,notes\nA,One,\nB,Two,new\nC,,\n");
        upload(api, "?dry_run=true", "asset_tag,name\nB,Trial\nD,Trial\n");
        upload(api, "", "asset_tag,name\nE,Last\n");

        List<PublishedEvent> events = Events.await(
                Topics.ASSETS, api.tenant(), found -> found.stream().anyMatch(event -> "E"
                        .equals(event.payload().at("/after/asset_tag").asText())));
        List<String> told = events.stream()
                .filter(event -> !event.type().equals(EventTypes.REFERENCE_CHANGED))
                .map(event -> event.type().replace("io.deskgraph.asset.", "") + " "
                        + event.payload().at("/after/asset_tag").asText() + " " + event.version())
                .sorted()
                .toList();
        assertEquals(List.of("created.v1 A 1", "created.v1 B 1", "created.v1 E 1", "updated.v1 B 2"), told);
        assertEquals(
                Set.of("database:default", "location"),
                events.stream()
                        .filter(event -> event.type().equals(EventTypes.REFERENCE_CHANGED))
                        .map(event -> event.subject().replaceAll("location:.*", "location"))
                        .collect(Collectors.toSet()));
        events.forEach(event -> assertEquals(Set.of(), Schemas.problems(event)));
        assertEquals(
                List.of("created", "created", "updated", "created"),
                Database.texts("SELECT action FROM asset_audit WHERE tenant_id = ? ORDER BY id", api.tenant()));
        assertEquals(
                List.of("{\"new\": \"new\", \"old\": \"\"}"),
                List.of(events.stream()
                        .filter(event -> event.version() == 2)
                        .map(event -> event.payload().at("/changed/notes"))
                        .map(change -> "{\"new\": " + change.path("new") + ", \"old\": " + change.path("old") + "}")
                        .findFirst()
                        .orElseThrow()));
    }

    @Test
    void rowsBeyondTheLimitAreToldAndTheOthersGoIn() {
        api.asset("OLD");
        limit(3);
        String file = "asset_tag,name\nA,One\nOLD,Same\nB,Two\nC,Three\n,x\nD,Four\n";

        String trial = upload(api, "?dry_run=true", file).asString();
        Response real = upload(api, "", file);

        assertEquals(200, real.statusCode());
        assertEquals(trial, real.asString());
        assertEquals(
                "{\"created\":2,\"updated\":1,\"unchanged\":0,\"errors\":[{\"row\":5,\"error\":\"Asset limit reached\"},"
                        + "{\"row\":6,\"error\":\"asset_tag is required\",\"column\":\"asset_tag\"},"
                        + "{\"row\":7,\"error\":\"Asset limit reached\"}]}",
                real.asString());
        upload(api, "", "asset_tag,name\nC,Three\nD,Four\n")
                .then()
                .statusCode(402)
                .body("error.code", equalTo("ASSET_LIMIT_REACHED"));
        assertEquals(
                "{\"created\":0,\"updated\":0,\"unchanged\":1,\"errors\":[{\"row\":3,\"error\":\"Asset limit reached\"}]}",
                upload(api, "", "asset_tag,name\nA,One\nC,Three\n").asString());
        assertEquals(
                "3",
                Database.texts("SELECT asset_count FROM inventories WHERE tenant_id = ?", api.tenant())
                        .get(0));
    }

    @Test
    void importsAtOnceNeverPassTheLimitAndNeverMakeATwin() {
        limit(50);
        List<Integer> created = Parallel.times(6, i -> {
            String rows = IntStream.rangeClosed(1, 20)
                    .mapToObj(n -> "T-" + (i % 3 * 20 + n) + ",Thing,Place " + n)
                    .collect(Collectors.joining("\n", "asset_tag,name,category\n", ""));
            Response report = upload(api, "?create_missing=true", rows);
            assertTrue(Set.of(200, 402).contains(report.statusCode()), report::asString);
            return report.statusCode() == 402 ? 0 : (Integer) report.path("created");
        });

        assertEquals(50, created.stream().mapToInt(Integer::intValue).sum());
        assertEquals(
                List.of("50 50 50"),
                Database.texts(
                        "SELECT count(*) || ' ' || count(DISTINCT asset_tag) || ' ' || max(number) FROM assets"
                                + " WHERE tenant_id = ?",
                        api.tenant()));
        assertEquals(20, api.get("/api/categories").jsonPath().getList("").size());
    }

    @Test
    void everyEncodingWithAMarkAndEveryLineEndIsRead() {
        byte[] wide = "\uFEFFasset_tag,name\r\nA,\u017b\u00f3\u0142\u0107\r\n".getBytes(StandardCharsets.UTF_16LE);
        byte[] big = "\uFEFFasset_tag,name\rB,\u017b\u00f3\u0142\u0107\r".getBytes(StandardCharsets.UTF_16BE);
        byte[] marked = "\uFEFFasset_tag,name\nC,\u017b\u00f3\u0142\u0107".getBytes(StandardCharsets.UTF_8);
        for (byte[] file : List.of(wide, big, marked)) {
            assertEquals(1, (Integer) upload(api, "", file).path("created"));
        }
        assertEquals(
                List.of("\u017b\u00f3\u0142\u0107", "\u017b\u00f3\u0142\u0107", "\u017b\u00f3\u0142\u0107"),
                api.get("/api/assets").jsonPath().getList("name"));
        Response latin = upload(api, "", "asset_tag,name\nD,M\u00fcller\nE,ok\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of(2), latin.path("errors.row"));
        assertEquals(1, (Integer) latin.path("created"));
    }

    @Test
    void hostileRowsAreToldAndHurtNobody() {
        String file = "asset_tag,name,notes\n"
                + "A,One,\"" + "x".repeat(3_000_000) + "\"\n"
                + "B,T\0wo,\n"
                + "C,Three," + "\"".repeat(2) + "\n"
                + "01970000-0000-7000-8000-0000000000ff,Four,\n"
                + "E," + "n".repeat(256) + ",\n"
                + "F,Six," + "y".repeat(10_001) + "\n"
                + "G,\"Seven,\nnever closed";

        Response report = upload(api, "", file);

        assertEquals(200, report.statusCode());
        assertEquals(1, (Integer) report.path("created"));
        assertEquals(List.of(2, 3, 5, 6, 7, 8), report.path("errors.row"));
    }

    @Test
    void whatIsNoUploadIsRefused() {
        api.post("/api/assets/import/csv", "{}").then().statusCode(415);
        given().header("Authorization", api.token())
                .multiPart("other", "x.csv", "asset_tag\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/assets/import/csv")
                .then()
                .statusCode(400);
        given().header("Authorization", api.token())
                .multiPart("file", "no file")
                .post("/api/assets/import/csv")
                .then()
                .statusCode(400);
        upload(api, "?dry_run=perhaps", "asset_tag\n").then().statusCode(400);
        String head =
                "POST /api/assets/import/csv HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + api.token();
        String large = RawHttp.send(
                head + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 104857601\r\n\r\n--b");
        assertTrue(large.startsWith("HTTP/1.1 413"), large);
        String broken = RawHttp.send(head + "\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\n--b");
        assertTrue(broken.startsWith("HTTP/1.1 400"), broken);
    }

    @Test
    void aRepeatUnderItsKeyIsAnsweredFromMemory() {
        Map<String, String> headers = Map.of("Authorization", api.token(), "Idempotency-Key", "k");
        byte[] file = "asset_tag,name\nA,One\n".getBytes(StandardCharsets.UTF_8);

        Response first =
                given().headers(headers).multiPart("file", "a.csv", file).post("/api/assets/import/csv");
        Response second =
                given().headers(headers).multiPart("file", "a.csv", file).post("/api/assets/import/csv");

        assertEquals(first.asString(), second.asString());
        assertEquals(1, (Integer) second.path("created"));
    }

    private void limit(long limit) {
        Database.execute(
                "INSERT INTO inventories (tenant_id, asset_limit) VALUES (?, ?)"
                        + " ON CONFLICT (tenant_id) DO UPDATE SET asset_limit = excluded.asset_limit",
                api.tenant(),
                limit);
    }
}
