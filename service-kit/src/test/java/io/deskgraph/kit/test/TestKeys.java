package io.deskgraph.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Makes a key pair for the run, gives the public half to the service and both to {@link TestTokens}. */
public final class TestKeys implements QuarkusTestResourceLifecycleManager {

    private static final String PRIVATE = "deskgraph.test.private-key-file";
    private static final String PUBLIC = "deskgraph.test.public-key-file";

    @Override
    public Map<String, String> start() {
        Path directory = generate();
        return Map.of(
                "deskgraph.token.public-key-file",
                        directory.resolve("public.pem").toString(),
                "deskgraph.token.private-key-file",
                        directory.resolve("private.pem").toString());
    }

    @Override
    public void stop() {
        // The files are removed when the test run ends: a second application of the same run uses them again.
    }

    /** The test class is loaded by another class loader than this resource; system properties are common to both. */
    static Path privateKey() {
        return Path.of(System.getProperty(PRIVATE, ""));
    }

    static Path publicKey() {
        return Path.of(System.getProperty(PUBLIC, ""));
    }

    private static synchronized Path generate() {
        String known = System.getProperty(PUBLIC);
        if (known != null) {
            return Path.of(known).resolveSibling("");
        }
        try {
            Path directory = Files.createTempDirectory("deskgraph-keys");
            KeyPair pair = pair();
            System.setProperty(
                    PRIVATE,
                    write(directory, "private", "PRIVATE KEY", pair.getPrivate().getEncoded()));
            System.setProperty(
                    PUBLIC,
                    write(directory, "public", "PUBLIC KEY", pair.getPublic().getEncoded()));
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String write(Path directory, String name, String label, byte[] key) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key);
        Path file = directory.resolve(name + ".pem");
        Files.writeString(file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
        file.toFile().deleteOnExit();
        return file.toString();
    }
}
