package io.deskgraph.gateway.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.gateway.test.Desk;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConstraintTest {

    private static final Desk ACME = Desk.ACME;

    private final String id = "c-" + Ids.next();
    private final String path = "/auth/constraints/" + id;

    @Test
    void aConstraintIsCreatedReadReplacedAndDeleted() {
        // Given
        String body = body("tags", "is_one_of", "\"locked\"", "Technician", "PUT", "deny");

        // When
        Desk.Told created = ACME.post(path, body).expect(200);

        // Then
        assertEquals("Constraint " + id + " created/updated successfully", created.text("message"));
        assertEquals("create", created.text("operation"));
        assertEquals(id, created.text("constraintId"));
        assertTrue(created.json().getBoolean("success"));
        assertTrue(created.text("constraint").contains("\"criteriaAnd\""));
        Desk.Told read = ACME.get(path).expect(200);
        assertEquals(id, read.text("constraint.constraintId"));
        assertEquals("locked", read.text("constraint.criteriaAnd[0].value"));
        assertEquals(List.of(), read.json().getList("constraint.criteriaOr"));
        assertEquals("Technician", read.text("constraint.groupPermissions[0].groupId"));
        assertEquals("ada@acme.test", read.text("constraint.userPermissions[0].userId"));

        assertEquals(
                "update",
                ACME.put(path, body.replace("\"locked\"", "[\"a\",\"b\"]"))
                        .expect(200)
                        .text("operation"));
        assertEquals(List.of("a", "b"), ACME.get(path).json().getList("constraint.criteriaAnd[0].value"));
        assertEquals(
                "Constraint " + id + " deleted successfully",
                ACME.delete(path).expect(200).text("message"));
        assertEquals("Constraint not found", ACME.get(path).expect(404).text("message"));
        ACME.delete(path).expect(200);
    }

    @Test
    void eachChangeIsOneEventAndOnRecord() {
        // Given
        String body = body("tags", "is_one_of", "\"locked\"", "Technician", "PUT", "deny");

        // When
        ACME.post(path, body).expect(200);
        ACME.post(path, body).expect(200);
        ACME.put(path, body.replace("deny", "allow")).expect(200);
        String policy = Database.texts("SELECT id::text FROM policies WHERE identifier = ?", id)
                .get(0);
        ACME.delete(path).expect(200);

        // Then
        List<PublishedEvent> events = Events.await(
                Topics.IDENTITY,
                Tenancies.ACME,
                found -> found.stream()
                                .filter(event -> event.subject().equals(policy))
                                .count()
                        >= 3);
        List<PublishedEvent> own =
                events.stream().filter(event -> event.subject().equals(policy)).toList();
        assertEquals(
                List.of(EventTypes.POLICY_CREATED, EventTypes.POLICY_UPDATED, EventTypes.POLICY_DELETED),
                own.stream().map(PublishedEvent::type).toList());
        assertEquals(
                List.of(1L, 2L, 3L), own.stream().map(PublishedEvent::version).toList());
        assertEquals(
                "locked",
                own.get(0).payload().at("/after/criteria_and/0/values/0").asText());
        assertEquals(
                Tenancies.ADA.toString(),
                own.get(0).payload().at("/after/user_permissions/0/user_id").asText());
        assertTrue(own.get(1).payload().at("/changed/group_permissions").isObject());
        assertEquals(
                List.of("policy.created", "policy.updated", "policy.deleted"),
                Database.texts(
                        "SELECT action FROM identity_audit WHERE subject_id = ?::uuid AND actor_id = ? ORDER BY id",
                        policy,
                        Tenancies.ADA));
    }

    @Test
    void aNameThatBeginsLikeAnotherIsAnother() {
        // Given
        ACME.post(path, body("tags", "equals", "\"x\"", "Technician", "GET", "deny"))
                .expect(200);
        ACME.post(path + "-a", body("tags", "equals", "\"y\"", "Technician", "GET", "deny"))
                .expect(200);

        // When
        ACME.delete(path).expect(200);

        // Then
        assertEquals("y", ACME.get(path + "-a").expect(200).text("constraint.criteriaAnd[0].value"));
        ACME.get(path).expect(404);
        ACME.delete(path + "-a").expect(200);
    }

    @Test
    void anotherTenantsConstraintIsNoneOfOurs() {
        ACME.post(path, body("tags", "equals", "\"x\"", "Technician", "GET", "deny"))
                .expect(200);

        assertEquals(404, Desk.GLOBEX.get(path).status());
        Desk.GLOBEX.delete(path).expect(200);
        ACME.get(path).expect(200);
        assertEquals(
                List.of("default-asset-access"),
                Desk.GLOBEX.get("/auth/constraints").expect(200).json().getList("message.Items.constraintId"));
        ACME.delete(path).expect(200);
    }

    @Test
    void theListGoesOnBehindItsToken() {
        ACME.post(path, body("tags", "equals", "\"x\"", "Technician", "GET", "deny"))
                .expect(200);

        Desk.Told first = ACME.get("/auth/constraints?pageSize=1").expect(200);
        assertEquals(1, first.json().getList("message.Items").size());
        String token = first.text("message.NextToken");
        Desk.Told rest = ACME.get("/auth/constraints?startingToken=" + token).expect(200);

        assertTrue(!rest.json().getList("message.Items.constraintId").contains(token));
        assertNull(rest.text("message.NextToken"));
        ACME.get("/auth/constraints?pageSize=0").expect(400);
        ACME.get("/auth/constraints?maxItems=x").expect(400);
        ACME.delete(path).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR 1=1 --",
                "\\\") || true || (\\\"",
                "r.sub == p.sub",
                "}}); System.exit(1)",
                "a\\nb",
                "日本",
                "(((",
                "%",
                "\\\\"
            })
    void anyTextIsAValue(String value) {
        ACME.post(path, body("assetName", "contains", "\"" + value + "\"", "Technician", "GET", "deny"))
                .expect(200);
        ACME.get(path).expect(200);
        ACME.delete(path).expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\":\"N\"|\"name\":\"\"|name is a required field.",
                "\"name\":\"N\"|\"name\":\"a/b\"|name is invalid. Must follow the regexp ^[a-zA-Z0-9\\-._\\s]{1,256}$",
                "\"description\":\"D\"|\"description\":null|description is a required field.",
                "\"objectType\":\"asset\"|\"objectType\":\"apiKey\"|objectType is invalid",
                "\"field\":\"tags\"|\"field\":\"tagName\"|criteriaAnd.field is invalid",
                "\"operator\":\"equals\"|\"operator\":\"sounds_like\"|criteriaAnd.operator is invalid",
                "\"value\":\"x\"|\"value\":7|criteriaAnd.value is a required field.",
                "\"value\":\"x\"|\"value\":[]|criteriaAnd.value must have 1 to 100 values",
                "\"value\":\"x\"|\"value\":\"Global\"|criteriaAnd.value is invalid. GLOBAL must be written in capitals.",
                "\"operator\":\"equals\",\"value\":\"x\"|\"operator\":\"matches\",\"value\":\"(a\"|Not supported in a regular expression",
                "\"operator\":\"equals\",\"value\":\"x\"|\"operator\":\"matches\",\"value\":\"(?=a)\"|Not supported in a regular expression",
                "\"permission\":\"GET\"|\"permission\":\"Read\"|groupPermissions.permission is invalid",
                "\"permissionType\":\"deny\"|\"permissionType\":\"maybe\"|groupPermissions.permissionType is invalid",
                "\"groupId\":\"Technician\"|\"groupId\":\"Nobodies\"|VAMS General Error: Group/Role does not exist",
                "\"userId\":\"ada@acme.test\"|\"userId\":\"greta@globex.test\"|User 'greta@globex.test' does not exist",
                "\"userId\":\"ada@acme.test\"|\"userId\":\"x\"|userPermissions.userId is invalid"
            })
    void whatIsWrongIsSaid(String right, String wrong, String message) {
        String body = body("tags", "equals", "\"x\"", "Technician", "GET", "deny");
        assertTrue(body.contains(right), body);

        Desk.Told refused = ACME.post(
                path,
                body.replaceFirst(
                        java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong)));

        refused.expect(400);
        assertTrue(refused.text("message").startsWith(message), refused.text("message"));
        ACME.get(path).expect(404);
    }

    @Test
    void aConstraintWithoutCriteriaIsRefused() {
        String body = body("tags", "equals", "\"x\"", "Technician", "GET", "deny")
                .replaceAll("\"criteriaAnd\":\\[.*?]", "\"criteriaAnd\":[]");

        assertEquals(
                "Constraint must include criteriaOr or criteriaAnd statements",
                ACME.post(path, body).expect(400).text("message"));
        ACME.post("/auth/constraints/a%2Fb", body).expect(400);
        ACME.post(path, "").expect(400);
        ACME.post(path, "[]").expect(400);
    }

    @Test
    void aTemplateMakesItsConstraintsAllOrNone() {
        // Given
        String template = """
                {"template":{"name":"t"},"variables":[{"name":"DB"},{"name":"KIND","required":true,"default":"pc"}],
                 "variableValues":{"ROLE_NAME":"Later","DB":"prod"},
                 "constraints":[
                  {"name":"a","description":"{{ROLE_NAME}} in {{DB}}","objectType":"asset",
                   "criteriaAnd":[{"field":"databaseId","operator":"equals","value":"{{DB}}"}],
                   "criteriaOr":[{"field":"assetType","operator":"is_one_of","value":["{{KIND}}","x"]}],
                   "groupPermissions":[{"action":"GET","type":"allow"}]},
                  {"name":"b","description":"d","objectType":"api",
                   "criteriaAnd":[{"field":"route__path","operator":"starts_with","value":"/database"}],
                   "groupPermissions":[{"action":"GET","type":"allow"}]}]}""";

        // When
        Desk.Told imported =
                ACME.post("/auth/constraintsTemplateImport", template).expect(200);

        // Then
        List<String> ids = imported.json().getList("constraintIds");
        assertEquals(2, imported.json().getInt("constraintsCreated"));
        Map<String, Object> first =
                ACME.get("/auth/constraints/" + ids.get(0)).json().getMap("constraint");
        assertEquals("Later in prod", first.get("description"));
        assertTrue(first.toString().contains("groupId=Later"), first::toString);
        assertTrue(first.toString().contains("[pc, x]"), first::toString);
        ids.forEach(made -> ACME.delete("/auth/constraints/" + made).expect(200));

        long before = Database.count("SELECT count(*) FROM policies WHERE tenant_id = ?", Tenancies.ACME);
        refused(template.replace("{{KIND}}", "{{OTHER}}"), "Unresolved variable: OTHER");
        refused(template.replace("\"ROLE_NAME\":\"Later\",", ""), "Missing value for required variable: ROLE_NAME");
        refused(template.replace("\"DB\":\"prod\"", "\"x\":\"y\""), "Missing value for required variable: DB");
        for (String list : List.of("variables", "constraints")) {
            ACME.post(
                            "/auth/constraintsTemplateImport",
                            template.replaceFirst("\"" + list + "\":\\[", "\"" + list + "\":[null,"))
                    .expect(400);
        }
        ACME.post(
                        "/auth/constraintsTemplateImport",
                        template.replaceFirst("\"criteriaAnd\":\\[", "\"criteriaAnd\":[null,"))
                .expect(400);
        refused(
                template.replace("route__path", "databaseId"),
                "criteriaAnd.field is invalid. Must be one of route__path");
        assertEquals(before, Database.count("SELECT count(*) FROM policies WHERE tenant_id = ?", Tenancies.ACME));
    }

    private static void refused(String template, String message) {
        assertEquals(
                message,
                ACME.post("/auth/constraintsTemplateImport", template)
                        .expect(400)
                        .text("message"));
    }

    private static String body(String field, String operator, String value, String role, String verb, String effect) {
        return """
                {"identifier":"ignored","name":"N","description":"D","objectType":"asset",
                 "criteriaAnd":[{"field":"%s","operator":"%s","value":%s}],
                 "groupPermissions":[{"groupId":"%s","permission":"%s","permissionType":"%s"}],
                 "userPermissions":[{"userId":"ada@acme.test","permission":"DELETE","permissionType":"deny"}]}""".formatted(field, operator, value, role, verb, effect);
    }
}
