package io.deskgraph.kit.openapi;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The document of this process, and a tag that changes with it. */
@ApplicationScoped
public class OwnDocument {

    private static final int TAG_BYTES = 8;

    private final OpenApiDocumentService documents;

    OwnDocument(OpenApiDocumentService documents) {
        this.documents = documents;
    }

    public String json() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** A strong entity tag, with its quotes. */
    public String tag() {
        return tag(bytes());
    }

    /** A strong entity tag for content, with its quotes. */
    public static String tag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes() {
        return documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
    }
}
