package io.deskgraph.assets.transfer;

import static io.deskgraph.assets.Files.export;
import static io.deskgraph.assets.Files.upload;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.assets.Api;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ExportTest.Impatient.class)
class ExportTest {

    /** Cuts off soon, so that the test need not wait. */
    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("deskgraph.export.patience", "700ms", "deskgraph.export.parallel", "2");
        }
    }

    private static final String HEADER =
            "asset_tag,name,database_id,manufacturer,model,serial,status,category,location,"
                    + "purchase_date,purchase_cost,warranty_expiry,notes,asset_type,tags";

    private final Api api = Api.ofNewTenant();

    @Test
    void theFileIsTheListAndTheImportReadsItBack() {
        int category = api.category("Laptops, big").getInt("id");
        api.asset(
                "B", ",\"notes\":\"two\\nlines \\\"q\\\"\",\"category_id\":" + category + ",\"tags\":[\"a;b\",\"c\"]");
        api.asset("A", ",\"purchase_cost\":\"1.5\",\"purchase_date\":\"2026-01-31\",\"serial\":\"=1+1\"");

        Response file = export(api, "");

        assertEquals(200, file.statusCode());
        assertEquals("text/csv;charset=UTF-8", file.contentType());
        assertEquals("attachment; filename=\"assets.csv\"", file.header("Content-Disposition"));
        assertEquals(
                HEADER + "\r\n"
                        + "A,Thing A,default,,,'=1+1,available,,,2026-01-31,1.50,,,unknown,\r\n"
                        + "B,Thing B,default,,,,available,\"Laptops, big\",,,,,\"two\nlines \"\"q\"\"\",unknown,a\\;b;c\r\n",
                file.asString());
        assertEquals(
                "{\"created\":0,\"updated\":0,\"unchanged\":2,\"errors\":[]}",
                upload(api, "", file.asByteArray()).asString());
        assertEquals(
                "{\"created\":0,\"updated\":0,\"unchanged\":2,\"errors\":[]}",
                upload(api, "?profile=exact", export(api, "?profile=exact").asByteArray())
                        .asString());
    }

    @Test
    void formulasAreGuardedUnlessTheCellsAreExact() {
        String[] cells = {"=1", "+1", "-1", "@x", "\\tx", "\\rx", "'=1", "'x", "x=1"};
        for (int i = 0; i < cells.length; i++) {
            api.asset("T" + i, ",\"serial\":\"" + cells[i] + "\"");
        }

        String guarded = export(api, "").asString();
        String exact = export(api, "?profile=exact").asString();

        for (String cell :
                new String[] {",'=1,", ",'+1,", ",'-1,", ",'@x,", ",'\tx,", "\"'\rx\"", ",''=1,", ",'x,", ",x=1,"}) {
            assertTrue(guarded.contains(cell), () -> cell + " in " + guarded);
        }
        assertTrue(exact.contains(",=1,") && exact.contains(",-1,") && exact.contains(",'=1,"), exact);
    }

    @Test
    void filtersSortsAndCustomColumnsAreThoseOfTheList() {
        Database.execute(
                "INSERT INTO custom_fields (tenant_id, id, name, type, created_at, updated_at, version)"
                        + " VALUES (?, gen_random_uuid(), 'Weight', 'number', now(), now(), 1)",
                api.tenant());
        api.asset("A", ",\"custom_fields\":{\"Weight\":0.10}");
        api.asset("B", ",\"status\":\"retired\"");
        api.asset("C", ",\"custom_fields\":{\"Weight\":-2}");

        String[] lines =
                export(api, "?status=available&order=desc&bom=true").asString().split("\r\n");

        assertEquals("\uFEFF" + HEADER + ",custom.Weight", lines[0]);
        assertEquals(3, lines.length);
        assertTrue(lines[1].startsWith("C,") && lines[1].endsWith(",'-2"), lines[1]);
        assertTrue(lines[2].startsWith("A,") && lines[2].endsWith(",0.10"), lines[2]);
    }

    @Test
    void mistakesAreToldBeforeTheFirstByte() {
        export(api, "?sort=nothing").then().statusCode(400);
        export(api, "?profile=none&bom=perhaps").then().statusCode(400).body("error.details.size()", equalTo(2));
    }

    @Test
    void aClientThatStopsReadingIsCutOffAndHoldsNothing() throws IOException {
        fill(60_000);
        try (Socket one = stall();
                Socket two = stall()) {
            Eventually.until(
                    "both places taken",
                    () -> export(api, "?limit=1&status=retired").statusCode() == 503);
            Eventually.until(
                    "the places are free again",
                    () -> export(api, "?status=retired").statusCode() == 200);
            Eventually.until("no transaction is left open", () -> openCursors() == 0);
        }
        String[] lines = export(api, "").asString().split("\r\n");
        assertEquals(60_001, lines.length);
    }

    private Socket stall() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new java.net.InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream()
                .write(("GET /api/assets/export/csv HTTP/1.1\r\nHost: x\r\nAuthorization: " + api.token() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static long openCursors() {
        return Database.count("SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'"
                + " AND query LIKE 'FETCH%'");
    }

    private void fill(int count) {
        api.asset("first");
        Database.execute(
                "INSERT INTO assets (tenant_id, id, number, database_id, asset_tag, name, asset_type, status, notes,"
                        + " created_at, updated_at, version)"
                        + " SELECT ?, gen_random_uuid(), n, 'default', 'T-' || n, 'Thing', 'x', 'available',"
                        + " repeat('note ', 60), now(), now(), 1 FROM generate_series(2, ?) n",
                api.tenant(),
                count);
    }
}
