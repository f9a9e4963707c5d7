package io.deskgraph.standalone.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFilesTest {
    private static final Ports PORTS = Ports.choose(8080, port -> true);

    private final Layout layout;

    StateFilesTest(@TempDir Path home) {
        this.layout = new Layout(home, home.resolve(".standalone"));
    }

    private Credentials writeAll() {
        Secrets secrets = Secrets.loadOrCreate(layout);
        assertFalse(secrets.toString().contains(secrets.postgresPassword()));
        TokenKeys keys = TokenKeys.loadOrCreate(layout);
        assertTrue(Files.exists(keys.privateKey()));
        Credentials credentials = Credentials.of(Bootstrap.loadOrCreate(layout), PORTS);
        credentials.write(layout);
        return credentials;
    }

    @Test
    void everyFileIsForItsOwnerOnly() throws IOException {
        // When
        Credentials unused = writeAll();

        // Then
        try (Stream<Path> files = Files.walk(layout.state())) {
            List<Path> all = files.toList();
            assertEquals(7, all.size(), all.toString());
            for (Path file : all) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertEquals(Files.isDirectory(file) ? "rwx------" : "rw-------", mode, file.toString());
            }
        }
    }

    @Test
    void credentialsHaveTheDocumentedForm() {
        // When
        Credentials unused = writeAll();

        // Then
        JsonNode json = Json.read(layout.credentials(), JsonNode.class);
        assertEquals(List.of("gateway", "tenants", "kafka", "postgres"), members(json));
        assertEquals("http://localhost:8080", json.path("gateway").asText());
        assertEquals("127.0.0.1:19092", json.path("kafka").asText());
        assertEquals(54321, json.at("/postgres/port").asInt());
        assertEquals(3, json.path("tenants").size());
        assertTenant(json.at("/tenants/0"), "acme", "acme.localhost:8080", false);
        assertTenant(json.at("/tenants/1"), "globex", "globex.localhost:8080", false);
        assertTenant(json.at("/tenants/2"), "msp", "localhost:8080", true);
    }

    private static void assertTenant(JsonNode tenant, String slug, String host, boolean msp) {
        assertEquals(slug, tenant.path("slug").asText());
        assertEquals(host, tenant.path("host").asText());
        assertEquals(msp, tenant.has("msp"));
        assertEquals(msp, tenant.path("msp").asBoolean());
        assertEquals(
                7, java.util.UUID.fromString(tenant.path("tenant_id").asText()).version());
        assertEquals(List.of("admin", "technician", "dispatcher", "readonly"), members(tenant.path("keys")));
        tenant.path("keys").forEach(key -> assertTrue(key.asText().matches("dgk_[A-Za-z0-9_-]{43}"), key.asText()));
    }

    @Test
    void theGatewaysBootstrapFileHasTheSameKeys() {
        // When
        Credentials credentials = writeAll();

        // Then
        JsonNode acme = Json.read(layout.bootstrap(), JsonNode.class).at("/tenants/0");
        assertEquals(List.of("tenant_id", "slug", "name", "msp", "hosts", "users"), members(acme));
        assertEquals("acme.localhost", acme.at("/hosts/0").asText());
        JsonNode reader = acme.at("/users/3");
        assertEquals(List.of("user_id", "email", "first_name", "last_name", "roles", "keys"), members(reader));
        assertEquals("Read Only", reader.at("/roles/0").asText());
        assertEquals(
                credentials.tenant("acme").key("readonly"),
                reader.at("/keys/0/key").asText());
    }

    @Test
    void anotherRunReadsWhatTheFirstHasWritten() {
        // Given
        Credentials first = writeAll();
        Secrets secrets = Secrets.loadOrCreate(layout);

        // When
        Credentials second = writeAll();

        // Then
        assertEquals(first, second);
        assertEquals(secrets, Secrets.loadOrCreate(layout));
    }

    @Test
    void aFreshDirectoryGetsOtherSecrets(@TempDir Path other) {
        // When
        Secrets mine = Secrets.loadOrCreate(layout);
        Secrets others = Secrets.loadOrCreate(new Layout(other, other.resolve("state")));

        // Then
        assertNotEquals(mine.keysHashSecret(), others.keysHashSecret());
        assertEquals(32, Base64.getDecoder().decode(mine.keysHashSecret()).length);
        assertNotEquals(mine.postgresPassword(), others.postgresPassword());
        assertEquals(4, mine.databases().size());
        assertEquals(
                3,
                new HashSet<>(List.of(
                                mine.database(Service.LINKS).owner(),
                                mine.database(Service.LINKS).app(),
                                mine.database(Service.LINKS).system()))
                        .size());
    }

    @Test
    void whatThePrivateHalfSignsThePublicHalfVerifies() throws Exception {
        // Given
        TokenKeys keys = TokenKeys.loadOrCreate(layout);
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        PrivateKey signing = rsa.generatePrivate(new PKCS8EncodedKeySpec(der(keys.privateKey())));
        PublicKey verifying = rsa.generatePublic(new X509EncodedKeySpec(der(keys.publicKey())));

        // When
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(signing);
        signer.update((byte) 7);
        byte[] signature = signer.sign();

        // Then
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(verifying);
        verifier.update((byte) 7);
        assertTrue(verifier.verify(signature));
    }

    @Test
    void aLockIsHeldByOneOnly() throws IOException {
        // Given
        assertFalse(RunLock.isHeld(layout));

        // When
        try (RunLock lock = RunLock.tryAcquire(layout).orElseThrow()) {
            Credentials unused = writeAll();
            layout.wipe();

            // Then
            assertTrue(Files.exists(layout.lock()), lock.toString());
            assertFalse(Files.exists(layout.secrets()));
        }
        assertTrue(RunLock.tryAcquire(layout).isPresent());
    }

    private static byte[] der(Path pem) throws IOException {
        String text = Files.readString(pem);
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static List<String> members(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
