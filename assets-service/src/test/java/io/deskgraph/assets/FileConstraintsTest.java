package io.deskgraph.assets;

import static io.deskgraph.assets.Files.export;
import static io.deskgraph.assets.Files.upload;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tenant's constraints on assets hold for files and labels as they do one by one. */
@QuarkusTest
class FileConstraintsTest {

    private static final String ROLE = "Field";

    private static final String FILE = """
            asset_tag,name,asset_type,notes
            OPEN,,,changed
            LOCKED,,,changed
            SECRET,,,changed
            V2,New vault,vault,
            OK,Fine,,
            """;

    private static final String REFUSED = """
            {"row":3,"error":"Not authorized to update this asset"},\
            {"row":4,"error":"Asset tag 'SECRET' already exists in database 'default'","column":"asset_tag"},\
            {"row":5,"error":"Not authorized to create this asset"}""";

    private static final String REPORT = "{\"created\":1,\"updated\":1,\"unchanged\":0,\"errors\":[" + REFUSED + "]}";

    private final Api admin = Api.ofNewTenant();
    private final Api field = new Api(
            admin.tenant(),
            TestTokens.with(Permissions.ALL.toArray(String[]::new))
                    .tenant(admin.tenant(), "tenant")
                    .claim("roles", Set.of(ROLE))
                    .bearer());

    @BeforeEach
    void createAssetsAndConstraints() {
        String open = admin.asset("OPEN").getString("asset_id");
        String locked = admin.asset("LOCKED", ",\"tags\":[\"locked\"]").getString("asset_id");
        String secret = admin.asset("SECRET", ",\"asset_type\":\"vault\"").getString("asset_id");
        constraint("Technician", "allow", "assetId", "contains", ".*", "GET", "PUT", "POST", "DELETE");
        constraint(ROLE, "allow", "assetId", "contains", ".*", "GET", "PUT", "POST", "DELETE");
        constraint(ROLE, "deny", "tags", "is_one_of", "locked", "PUT", "DELETE");
        constraint(ROLE, "deny", "assetType", "equals", "vault", "GET", "POST");
        Eventually.until(
                "the constraints are in force",
                () -> field.get("/api/assets/" + secret).statusCode() == 404
                        && field.get("/api/assets/" + open).statusCode() == 200
                        && field.put("/api/v1/assets/" + locked, "{\"name\":\"Thing LOCKED\"}")
                                        .statusCode()
                                == 403);
    }

    @Test
    void anExportHasWhatTheListHas() {
        assertEquals(List.of("LOCKED", "OPEN"), tags(export(field, "").asString()));
        assertEquals(List.of(), tags(export(field, "?q=secret").asString()));
        assertEquals(List.of("LOCKED", "OPEN"), tags(export(field, "?q=thing").asString()));
        assertEquals(List.of(), tags(export(field, "?asset_type=vault").asString()));
        assertEquals(List.of("LOCKED", "OPEN", "SECRET"), tags(export(admin, "").asString()));
    }

    @Test
    void aRowThatItsAuthorMayNotWriteIsAnErrorAndTheOthersGoIn() {
        String trial = upload(field, "?dry_run=true", FILE).asString();
        String real = upload(field, "", FILE).asString();
        String again = upload(field, "", FILE).asString();

        assertEquals(REPORT, trial);
        assertEquals(REPORT, real);
        assertEquals("{\"created\":0,\"updated\":0,\"unchanged\":2,\"errors\":[" + REFUSED + "]}", again);
        assertEquals(
                List.of("", "", "changed", ""),
                admin.get("/api/assets").jsonPath().getList("notes"));
        assertEquals(
                List.of("LOCKED", "OK", "OPEN", "SECRET"),
                admin.get("/api/assets").jsonPath().getList("asset_tag"));
    }

    @Test
    void aRowThatWouldChangeNothingNeedsNoRightToChange() {
        assertEquals(
                "{\"created\":0,\"updated\":0,\"unchanged\":1,\"errors\":[]}",
                upload(field, "", "asset_tag,name\nLOCKED,Thing LOCKED\n").asString());
    }

    @Test
    void aJobIsHeldToTheRolesOfWhoAskedForIt() {
        String location = upload(field, "?async=true", FILE).header("Location");

        var job = Eventually.get(
                "the job is over", () -> field.get(location).jsonPath(), found -> Set.of("done", "failed")
                        .contains(found.getString("data.status")));

        assertEquals("done", job.getString("data.status"));
        assertEquals(
                List.of(1, 1, 0),
                List.of(
                        job.getInt("data.report.created"),
                        job.getInt("data.report.updated"),
                        job.getInt("data.report.unchanged")));
        assertEquals(List.of(3, 4, 5), job.getList("data.report.errors.row"));
        assertEquals(
                List.of("", "", "changed", ""),
                admin.get("/api/assets").jsonPath().getList("notes"));
    }

    @Test
    void aHiddenAssetHasNoLabelButItsCodeIsOpenToEverybody() {
        field.get("/api/assets/labels.pdf?ids=1,3")
                .then()
                .statusCode(404)
                .body("message", equalTo("Asset 3 not found"));
        assertEquals(200, field.get("/api/assets/labels.pdf?ids=1,2").statusCode());
        assertEquals(200, admin.get("/api/assets/labels.pdf?ids=1,3").statusCode());
        assertEquals(200, field.get("/api/assets/3/qr").statusCode());
    }

    private static List<String> tags(String csv) {
        return Arrays.stream(csv.split("\r\n"))
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private void constraint(String role, String effect, String on, String operator, String value, String... verbs) {
        UUID id = Ids.next();
        String grants = Arrays.stream(verbs)
                .map(verb -> """
                        {"group_id":"%s","permission":"%s","permission_type":"%s"}""".formatted(role, verb, effect))
                .collect(Collectors.joining(","));
        Events.publish(Topics.IDENTITY, EventTypes.POLICY_CREATED, admin.tenant(), id.toString(), 1, """
                {"after":{"policy_id":"%s","identifier":"%s","name":"n","description":"d","object_type":"asset",
                 "criteria_and":[{"field":"%s","operator":"%s","values":["%s"]}],"criteria_or":[],
                 "group_permissions":[%s],"user_permissions":[],"created_at":"2026-01-01T00:00:00.000Z",
                 "updated_at":"2026-01-01T00:00:00.000Z","version":1},"changed":{}}""".formatted(
                        id, id, on, operator, value, grants));
    }
}
