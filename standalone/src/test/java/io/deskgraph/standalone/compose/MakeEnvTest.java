package io.deskgraph.standalone.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in a tree of its own. */
class MakeEnvTest {

    private static final Pattern DEMANDED = Pattern.compile("\\$\\{([A-Z_]+):\\?");
    private static final Set<String> SETTINGS =
            Set.of("DESKGRAPH_PORT", "DESKGRAPH_ROOT_DOMAIN", "DESKGRAPH_UID", "DESKGRAPH_GID");

    @TempDir
    private Path root;

    private Path script;
    private Path secrets;

    @BeforeEach
    void copy() throws IOException {
        // A JDK is all the build asks for; the script asks for one thing more.
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "openssl"))));
        script = root.resolve("deploy/docker/make-env.sh");
        secrets = root.resolve("deploy/docker/secrets");
        Files.createDirectories(script.getParent());
        Files.copy(Repository.path("deploy/docker/make-env.sh"), script);
    }

    @Test
    void everythingDemandedIsThereAndRandom() {
        // Given
        Set<String> demanded = DEMANDED.matcher(Repository.text("docker-compose.yml"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        Map<String, String> values = EnvFile.parse(made(".env"));

        // Then
        values.keySet().removeAll(SETTINGS);
        assertEquals(demanded, values.keySet());
        assertEquals(values.size(), new HashSet<>(values.values()).size());
        values.values().forEach(value -> assertTrue(value.length() >= 44, "a short secret"));
        assertTrue(Base64.getDecoder().decode(values.get("DESKGRAPH_KEYS_HASH_SECRET")).length >= 32);
    }

    @Test
    void onlyTheOwnerReadsTheFiles() throws IOException {
        made(".env");

        assertEquals("rw-------", permissions(root.resolve(".env")));
        assertEquals("rwx------", permissions(secrets));
        for (String secret : Set.of("token-private-key.pem", "token-public-key.pem", "bootstrap.json")) {
            assertEquals("rw-------", permissions(secrets.resolve(secret)));
        }
    }

    @Test
    void theContainersRunAsTheOwnerAndNotAsRoot() throws IOException {
        String uid = EnvFile.parse(made(".env")).get("DESKGRAPH_UID");

        assertNotEquals("0", uid);
        assertEquals(uid, String.valueOf(Files.getAttribute(secrets.resolve("bootstrap.json"), "unix:uid")));
    }

    @Test
    void whatThePrivateKeySignsThePublicKeyVerifies() throws GeneralSecurityException {
        // Given
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        byte[] privateKey = pem(made("deploy/docker/secrets/token-private-key.pem"), "PRIVATE");
        byte[] publicKey = pem(text("deploy/docker/secrets/token-public-key.pem"), "PUBLIC");
        Signature signature = Signature.getInstance("SHA256withRSA");

        // When
        signature.initSign(rsa.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        byte[] signed = signature.sign();

        // Then
        signature.initVerify(rsa.generatePublic(new X509EncodedKeySpec(publicKey)));
        assertTrue(signature.verify(signed));
    }

    @Test
    void theFirstAdministratorsKeyIsPrintedOnceAndBootstrapped() throws IOException {
        // When
        Script run =
                Script.run(script, Map.of(), "--tenant", "globex", "--domain", "desk.example", "--name", "Globex & Co");

        // Then
        assertEquals(0, run.exitCode(), run.output());
        JsonNode tenant = new ObjectMapper()
                .readTree(text("deploy/docker/secrets/bootstrap.json"))
                .at("/tenants/0");
        String key = tenant.at("/users/0/keys/0/key").asText();
        assertTrue(key.matches("dgk_[A-Za-z0-9_-]{43}"));
        assertEquals(2, run.output().split(Pattern.quote(key), -1).length);
        assertEquals(7, UUID.fromString(tenant.at("/tenant_id").asText()).version());
        assertEquals(7, UUID.fromString(tenant.at("/users/0/user_id").asText()).version());
        assertEquals("globex.desk.example", tenant.at("/hosts/0").asText());
        assertEquals("Globex & Co", tenant.at("/name").asText());
        assertEquals("Admin", tenant.at("/users/0/roles/0").asText());
    }

    @Test
    void whatIsThereStays() {
        // Given
        String before = made(".env") + text("deploy/docker/secrets/token-private-key.pem");

        // When
        Script second = Script.run(script, Map.of());

        // Then
        assertNotEquals(0, second.exitCode());
        assertEquals(before, text(".env") + text("deploy/docker/secrets/token-private-key.pem"));
    }

    @Test
    void aNameThatWouldBreakTheFileIsRefused() {
        Script run = Script.run(script, Map.of(), "--name", "a\",\"msp\":\"true");

        assertNotEquals(0, run.exitCode());
        assertTrue(Files.notExists(root.resolve(".env")) && Files.notExists(secrets));
    }

    private String made(String file) {
        Script run = Script.run(script, Map.of());
        assertEquals(0, run.exitCode(), run.output());
        return text(file);
    }

    private String text(String file) {
        return Repository.text(root.resolve(file));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static byte[] pem(String text, String kind) {
        return Base64.getMimeDecoder().decode(text.replaceAll("-----(BEGIN|END) " + kind + " KEY-----", ""));
    }
}
