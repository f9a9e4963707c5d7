package io.deskgraph.assets.importing;

import static io.deskgraph.assets.Files.upload;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportTest {

    private static final String EVERYTHING = """
            asset_tag,name,database_id,manufacturer,model,serial,status,category,location,purchase_date,purchase_cost,warranty_expiry,notes,asset_type,tags
            LAP-1,Laptop,default,Dell,XPS,S-1,maintenance,Laptops,Berlin,2026-01-31,3499,2029-01-31,"two
            lines",notebook,a;b
            LAP-2,Other,,,,,,,,,0.10,,,,
            """;

    private final Api api = Api.ofNewTenant();

    @Test
    void rowsBecomeAssetsAndTheSameFileAgainChangesNothing() {
        api.category("laptops");
        api.location("Berlin");

        Response first = upload(api, "", EVERYTHING);
        String after = api.get("/api/assets").asString();
        Response second = upload(api, "", EVERYTHING);

        assertEquals("{\"created\":2,\"updated\":0,\"unchanged\":0,\"errors\":[]}", first.asString());
        assertEquals("{\"created\":0,\"updated\":0,\"unchanged\":2,\"errors\":[]}", second.asString());
        assertEquals(200, second.statusCode());
        assertEquals(after, api.get("/api/assets").asString(), "not even a time has moved");
        api.get("/api/assets/1")
                .then()
                .body("asset_tag", equalTo("LAP-1"))
                .body("category.name", equalTo("laptops"))
                .body("location.name", equalTo("Berlin"))
                .body("status", equalTo("maintenance"))
                .body("purchase_cost", equalTo("3499.00"))
                .body("purchase_date", equalTo("2026-01-31"))
                .body("warranty_expiry", equalTo("2029-01-31"))
                .body("notes", equalTo("two\nlines"))
                .body("asset_type", equalTo("notebook"))
                .body("tags", equalTo(List.of("a", "b")));
        api.get("/api/assets/2")
                .then()
                .body("status", equalTo("available"))
                .body("purchase_cost", equalTo("0.10"))
                .body("asset_type", equalTo("unknown"));
    }

    @Test
    void onlyFilledCellsOfTheColumnsThatAreThereChangeAnAsset() {
        upload(api, "", "asset_tag,name,serial,notes\nA,Old,S,keep\n");

        Response report = upload(api, "", "NOTES,Asset_Tag,name\n,A,New\n");

        assertEquals("{\"created\":0,\"updated\":1,\"unchanged\":0,\"errors\":[]}", report.asString());
        api.get("/api/assets/1")
                .then()
                .body("name", equalTo("New"))
                .body("serial", equalTo("S"))
                .body("notes", equalTo("keep"));
    }

    @Test
    void goodRowsAreKeptAndAllBadOnesTold() {
        api.asset("OLD");
        String file = """
                asset_tag,name,status,purchase_date,purchase_cost,category,database_id
                A,One,in use,,,,
                B,Two,,,,,
                B,Twice,,,,,
                ,NoTag,,,,,
                C,,,,,,
                D,Four,deployed,,,,
                OLD,,deployed,,,,
                E,Five,,2026-02-30,-1,,
                F,Six,,,1.005,Nowhere,
                G,Seven,,,,,elsewhere
                H,Eight
                "I"x,Nine,,,,,
                J,Ten,,,,,
                """;

        Response report = upload(api, "", file);

        assertEquals("""
                {"created":2,"updated":0,"unchanged":0,"errors":[\
                {"row":2,"error":"Invalid status 'in use'","column":"status"},\
                {"row":4,"error":"Duplicate asset_tag 'B' in the file"},\
                {"row":5,"error":"asset_tag is required","column":"asset_tag"},\
                {"row":6,"error":"name is required","column":"name"},\
                {"row":7,"error":"status must not be deployed: create the asset, then check it out","column":"status"},\
                {"row":8,"error":"Status cannot be moved from available to deployed here: use checkout or checkin","column":"status"},\
                {"row":9,"error":"Invalid date '2026-02-30'","column":"purchase_date"},\
                {"row":10,"error":"purchase_cost must have at most two decimals","column":"purchase_cost"},\
                {"row":10,"error":"Unknown category 'Nowhere'","column":"category"},\
                {"row":11,"error":"Unknown database 'elsewhere'","column":"database_id"},\
                {"row":12,"error":"Has 2 cells where the header has 7"},\
                {"row":13,"error":"Text follows the closing quote of a cell"}]}""", report.asString());
        assertEquals(200, report.statusCode());
        assertEquals(List.of("B", "J", "OLD"), api.get("/api/assets").jsonPath().getList("asset_tag"));
    }

    @Test
    void aTrialRunTellsTheSameAndWritesNothing() {
        api.asset("OLD");
        String file = "asset_tag,name,category,location\nA,One,New,There\nB,,new,\nOLD,Renamed,NEW,there\n,x,,\n";
        String before = stored();

        String trial = upload(api, "?dry_run=true&create_missing=true", file).asString();
        String untouched = stored();
        String real = upload(api, "?create_missing=true", file).asString();

        assertEquals(before, untouched);
        assertEquals(trial, real);
        assertEquals(
                Map.of("created", 1, "updated", 1, "unchanged", 0, "errors", 2),
                Map.of(
                        "created", 1,
                        "updated", 1,
                        "unchanged", 0,
                        "errors", (int) real.chars().filter(c -> c == '}').count() - 1));
        assertEquals(List.of("New"), api.get("/api/categories").jsonPath().getList("name"));
        assertEquals(List.of("There"), api.get("/api/locations").jsonPath().getList("name"));
        assertEquals(List.of("New", "New"), api.get("/api/assets").jsonPath().getList("category.name"));
    }

    @Test
    void customFieldsKeepTheirTypesAndTheirExactNumbers() {
        field("Weight", "number", null);
        field("Leased", "boolean", null);
        field("Colour", "select", "{red,blue}");
        field("Checked", "date", null);
        String file = """
                asset_tag,name,custom.Weight,custom.leased,custom.Colour,CUSTOM.Checked
                A,One,0.1000000000000000000001,TRUE,red,2026-01-31
                B,Two,1e9,maybe,green,yesterday
                """;

        Response report = upload(api, "", file);

        assertEquals(List.of("1", "4"), List.of(report.path("created").toString(), count(report)));
        assertEquals(
                "{\"Colour\": \"red\", \"Leased\": true, \"Weight\": 0.1000000000000000000001, \"Checked\": \"2026-01-31\"}",
                Database.texts("SELECT custom_fields::text FROM assets WHERE tenant_id = ?", api.tenant())
                        .get(0));
        assertEquals("1", upload(api, "", file).path("unchanged").toString());
        upload(api, "", "asset_tag,custom.Weight\nA,2\n");
        api.get("/api/assets/1")
                .then()
                .body("custom_fields.Colour", equalTo("red"))
                .body("custom_fields.Weight", equalTo(2));
    }

    @Test
    void theGuardComesOffUnlessTheCellsAreExact() {
        upload(api, "", "asset_tag,name,notes\nA,'=1+1,''=x\n");
        upload(api, "?profile=exact", "asset_tag,name\nB,'=1+1\n");

        assertEquals(List.of("=1+1", "'=1+1"), api.get("/api/assets").jsonPath().getList("name"));
        assertEquals("'=x", api.get("/api/assets/1").path("notes"));
    }

    @Test
    void aFileThatIsNotOursIsRefusedAsAWhole() {
        refused("asset_tag,name,colour,custom.none\nA,One,,\n", "Unknown columns: 'colour', 'custom.none'");
        refused("name\nOne\n", "Has no column asset_tag");
        refused("asset_tag,name,Name\nA,One,Two\n", "Has a column twice: name");
        refused("", "Is empty");
        refused("PK\3\4\0\0", "Is not CSV");
        refused(",".repeat(1_000_000), "Is not CSV");
        refused("{\"a\":1}", "Unknown columns");
        assertEquals(List.of(), api.get("/api/assets").jsonPath().getList(""));
    }

    @Test
    void rowsInTheThousandsKeepTheirOrderAndTheirNumbers() {
        String rows = IntStream.rangeClosed(1, 2_500)
                .mapToObj(i -> "T-%04d,Thing %d,%s".formatted(i, i, i % 10 == 0 ? "nowhere" : "available"))
                .collect(Collectors.joining("\n", "asset_tag,name,status\n", "\n"));

        Response report = upload(api, "", rows);

        assertEquals("2250", report.path("created").toString());
        assertEquals(IntStream.rangeClosed(1, 250).mapToObj(i -> i * 10 + 1).toList(), report.path("errors.row"));
        assertEquals(
                List.of("2250", "2250", "T-2499"),
                List.of(
                        Database.texts("SELECT max(number) FROM assets WHERE tenant_id = ?", api.tenant())
                                .get(0),
                        Database.texts("SELECT asset_count FROM inventories WHERE tenant_id = ?", api.tenant())
                                .get(0),
                        Database.texts(
                                        "SELECT asset_tag FROM assets WHERE tenant_id = ? AND number = 2250",
                                        api.tenant())
                                .get(0)));
    }

    private void refused(String file, String text) {
        upload(api, "", file)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("VALIDATION_ERROR"))
                .body(containsString(text));
    }

    private void field(String name, String type, String options) {
        Database.execute(
                "INSERT INTO custom_fields (tenant_id, id, name, type, options, created_at, updated_at, version)"
                        + " VALUES (?, gen_random_uuid(), ?, ?, ?::text[], now(), now(), 1)",
                api.tenant(),
                name,
                type,
                options);
    }

    private static String count(Response report) {
        return Integer.toString(report.jsonPath().getList("errors").size());
    }

    private String stored() {
        return String.join(
                "|",
                Database.texts(
                        "SELECT (SELECT count(*) FROM assets WHERE tenant_id = t) || ' ' ||"
                                + " (SELECT count(*) FROM asset_audit WHERE tenant_id = t) || ' ' ||"
                                + " (SELECT count(*) FROM categories WHERE tenant_id = t) || ' ' ||"
                                + " (SELECT count(*) FROM locations WHERE tenant_id = t) || ' ' ||"
                                + " (SELECT last_number || ' ' || asset_count FROM inventories WHERE tenant_id = t)"
                                + " FROM (SELECT ?::uuid AS t) x",
                        api.tenant()));
    }
}
