package io.deskgraph.gateway.foreign;

import io.deskgraph.embedded.ChildProcess;
import io.deskgraph.embedded.FreePorts;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real issuer, unpacked by the build and started as a process: no issuer is more widely used by those who run their own. */
final class Keycloak implements AutoCloseable {

    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String SECRET = "only-for-tests";

    private final int port = FreePorts.any();
    private final ChildProcess process;

    Keycloak() {
        Path home = home();
        ProcessBuilder command = new ProcessBuilder(
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + FreePorts.any());
        command.environment()
                .putAll(Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        SECRET,
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS",
                        "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
        process = ChildProcess.start("Keycloak", command, Path.of("target", "keycloak.log"), "TERM");
        awaitReady();
    }

    String issuer(String realm) {
        return "http://127.0.0.1:" + port + "/realms/" + realm;
    }

    /** A realm with the client {@code desk}, whose tokens are for {@code deskgraph}, and {@code other}, whose are not. */
    void createRealm(String realm, String email) {
        String body = """
                {"realm": "%1$s", "enabled": true, "sslRequired": "none",
                 "roles": {"realm": [{"name": "desk-finance"}]},
                 "clients": [
                   {"clientId": "desk", "secret": "%3$s", "directAccessGrantsEnabled": true, "serviceAccountsEnabled": true,
                    "defaultClientScopes": ["basic", "profile", "email", "roles"],
                    "protocolMappers": [{"name": "audience", "protocol": "openid-connect",
                      "protocolMapper": "oidc-audience-mapper",
                      "config": {"included.custom.audience": "deskgraph", "access.token.claim": "true"}}]},
                   {"clientId": "other", "secret": "%3$s", "directAccessGrantsEnabled": true,
                    "defaultClientScopes": ["basic", "profile", "email", "roles"]}],
                 "users": [{"username": "tina", "email": "%2$s", "emailVerified": true, "enabled": true,
                   "firstName": "Tina", "lastName": "Tech", "realmRoles": ["desk-finance"],
                   "credentials": [{"type": "password", "value": "%3$s", "temporary": false}]}]}""".formatted(realm, email, SECRET);
        expect(201, admin().body(body).post("/admin/realms"));
    }

    void setTokenLifespan(String realm, int seconds) {
        expect(204, admin().body("{\"accessTokenLifespan\":" + seconds + "}").put("/admin/realms/" + realm));
    }

    /** A new key that signs from now on; the one before stays in the set. */
    void rotateKeys(String realm) {
        String body = """
                {"name": "newer", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
                 "config": {"priority": ["200"], "active": ["true"], "enabled": ["true"], "algorithm": ["RS256"]}}""";
        expect(201, admin().body(body).post("/admin/realms/" + realm + "/components"));
    }

    String tokenOfTina(String realm, String client) {
        return token(
                realm,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "client_secret",
                        SECRET,
                        "username",
                        "tina",
                        "password",
                        SECRET,
                        "scope",
                        "openid"));
    }

    String tokenOfClient(String realm) {
        return token(realm, Map.of("grant_type", "client_credentials", "client_id", "desk", "client_secret", SECRET));
    }

    /** As a crash would. */
    void kill() {
        process.killHard();
    }

    @Override
    public void close() {
        process.killHard();
    }

    private String token(String realm, Map<String, String> form) {
        Response answer = request()
                .contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post("/realms/" + realm + "/protocol/openid-connect/token");
        return expect(200, answer).path("access_token");
    }

    private RequestSpecification admin() {
        String token = token(
                "master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", SECRET));
        return request().contentType("application/json").header("Authorization", "Bearer " + token);
    }

    /** Without the filters that hold answers against our own API. */
    private RequestSpecification request() {
        return RestAssured.given()
                .noFilters()
                .baseUri("http://127.0.0.1:" + port)
                .basePath("")
                .port(port);
    }

    private static Response expect(int status, Response answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    answer.statusCode() + " of Keycloak: " + answer.body().asString());
        }
        return answer;
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end || process.endsWithin(Duration.ofMillis(200))) {
                process.killHard();
                throw new IllegalStateException("Keycloak does not answer: " + process.lastLines(40));
            }
        }
    }

    private boolean isReady() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(issuer("master")).toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path home() {
        try (Stream<Path> found = Files.list(UNPACKED)) {
            List<Path> homes = found.filter(Files::isDirectory).toList();
            return homes.get(0).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("The build unpacks Keycloak before it runs tests", e);
        }
    }
}
