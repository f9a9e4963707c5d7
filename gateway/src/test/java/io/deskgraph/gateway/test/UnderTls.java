package io.deskgraph.gateway.test;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** A gateway as an operator sets it up who has no proxy in front, and with little patience. */
public class UnderTls implements QuarkusTestProfile {

    private static final String PASSWORD = "changeit";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.tls.edge.key-store.p12.path", keyStore("edge").toString(),
                "quarkus.tls.edge.key-store.p12.password", PASSWORD,
                "quarkus.http.tls-configuration-name", "edge",
                "quarkus.http.test-ssl-port", "0",
                "deskgraph.http.head-timeout", "1s",
                "deskgraph.proxy.response-timeout", "5s");
    }

    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.ssl-port", Integer.class);
    }

    /** With a certificate under each of these names. */
    protected static Path keyStore(String... names) {
        Path file = Path.of("target", "tls", String.join("-", names) + ".p12").toAbsolutePath();
        if (!Files.exists(file)) {
            for (String name : names) {
                generate(file, name);
            }
        }
        return file;
    }

    /** With the tool that every JDK has. */
    private static void generate(Path file, String name) {
        try {
            Files.createDirectories(file.getParent());
            Process tool = new ProcessBuilder(command(file, name)).inheritIO().start();
            if (tool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(Path file, String name) {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        return List.of(
                tool,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + Tenancies.ACME_HOST,
                "-ext",
                "san=dns:*." + Tenancies.ROOT + ",dns:" + Tenancies.ROOT,
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
    }
}
