package io.deskgraph.kit.test;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.DefaultRoles;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Deny by default: every operation of the OpenAPI document asks for what the table says, of every role, and no operation
 * is missing from the table. Subclass it as a {@code @QuarkusTest}.
 */
public abstract class PermissionContract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URL openApi;

    /** Written by hand: {@code "GET /api/v1/tickets"} and all the permissions it needs; none for any valid token. */
    protected abstract Map<String, Set<String>> required();

    /** What a caller of this role sends along; a process that takes other credentials says so here. */
    protected Map<String, String> credentials(DefaultRoles role) {
        return Map.of(
                "Authorization",
                TestTokens.with(role.permissions().toArray(String[]::new)).bearer());
    }

    /** What somebody without a credential sends along. */
    protected Map<String, String> nobody() {
        return Map.of();
    }

    /** What somebody with a credential and no permission sends along. */
    protected Map<String, String> powerless() {
        return Map.of("Authorization", TestTokens.with().bearer());
    }

    /** Operations that anybody may call. */
    protected Set<String> open() {
        return Set.of();
    }

    @Test
    void theTableNamesEveryOperation() throws IOException {
        Set<String> documented = new TreeSet<>();
        JsonNode paths = new ObjectMapper().readTree(openApi).path("paths");
        paths.fields().forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            if (METHODS.contains(method)) {
                documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
            }
        }));
        assertEquals(new TreeSet<>(required().keySet()), documented);
    }

    @TestFactory
    Stream<DynamicTest> everyRoleMayDoWhatItsPermissionsSayAndNothingElse() {
        return Stream.of(DefaultRoles.values()).flatMap(role -> required().entrySet().stream()
                .map(operation -> dynamicTest(
                        role + ": " + operation.getKey(),
                        () -> check(role, operation.getKey(), operation.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> nobodyMayDoAnythingWithoutAToken() {
        return required().keySet().stream()
                .filter(operation -> !open().contains(operation))
                .map(operation -> dynamicTest(operation, () -> assertEquals(401, call(operation, nobody()))));
    }

    @TestFactory
    Stream<DynamicTest> whoHasNoPermissionIsRefusedWhateverTakesOne() {
        Map<String, String> powerless = powerless();
        return required().entrySet().stream()
                .filter(operation ->
                        !powerless.isEmpty() && !operation.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .map(operation -> dynamicTest(operation, () -> assertEquals(403, call(operation, powerless))));
    }

    private void check(DefaultRoles role, String operation, Set<String> needed) {
        int status = call(operation, credentials(role));
        boolean allowed = role.permissions().containsAll(needed);
        assertEquals(allowed, status != 403, () -> operation + " answered " + status);
        assertEquals(true, status != 401 && status < 500, () -> operation + " answered " + status);
    }

    private static int call(String operation, Map<String, String> headers) {
        String[] parts = operation.split(" ");
        var request = given().contentType("application/json").headers(headers);
        if (!parts[0].equals("GET") && !parts[0].equals("DELETE")) {
            request.body("{}");
        }
        String path = parts[1].replaceAll("\\{[^}]+}", "01970000-0000-7000-8000-0000000000ff");
        return request.request(parts[0], path).statusCode();
    }
}
