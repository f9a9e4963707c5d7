package io.deskgraph.gateway.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The gateway's RSA key, from a PKCS#8 PEM file that no other process needs to read. */
@ApplicationScoped
class SigningKey {

    private final Path file;

    SigningKey(@ConfigProperty(name = "deskgraph.token.private-key-file") String file) {
        this.file = Path.of(file);
    }

    PrivateKey privateKey() {
        try {
            byte[] der = Base64.getMimeDecoder().decode(body(Files.readString(file)));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the private key file " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without the cause: it may quote the file.
            throw new IllegalStateException("Not a PKCS#8 RSA private key: " + file);
        }
    }

    private static String body(String pem) {
        return pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "");
    }
}
