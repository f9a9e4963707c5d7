package io.deskgraph.standalone.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The key pair of the internal token: the gateway signs with one half, the services verify with the other. */
record TokenKeys(Path privateKey, Path publicKey) {
    private static final int BITS = 2048;
    private static final int LINE = 64;

    static TokenKeys loadOrCreate(Layout layout) {
        TokenKeys keys = new TokenKeys(
                layout.keys().resolve("token-private.pem"), layout.keys().resolve("token-public.pem"));
        // The public half is written last: when it is there, both are.
        if (!Files.exists(keys.publicKey)) {
            KeyPair pair = generate();
            PrivateFiles.write(
                    keys.privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            PrivateFiles.write(
                    keys.publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        }
        return keys;
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    private static String pem(String label, byte[] encoded) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
