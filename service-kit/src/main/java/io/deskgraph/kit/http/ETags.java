package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Strong entity tags {@code "<version>-<hash>"}. The version alone decides whether a write is late; the whole tag decides
 * whether a reader's copy is still good, so a joined name that changed without the row never answers 304.
 */
@Singleton
public class ETags {

    private static final int HASH_BYTES = 9;

    private final ObjectMapper json;

    ETags(ObjectMapper json) {
        this.json = json;
    }

    /** Renders a view once; the result stands in for the view in any envelope and knows its tag. */
    public Rendered render(long version, Object view) {
        try {
            byte[] bytes = json.writeValueAsBytes(view);
            return new Rendered(bytes, of(version, bytes));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A view cannot be rendered", unwritable);
        }
    }

    /** The tag of a view; where the view is answered too, {@link #render} saves writing it twice. */
    public String of(long version, Object view) {
        return render(version, view).tag();
    }

    public static String of(long version, byte[] representation) {
        return "\"" + version + "-" + hash(representation) + "\"";
    }

    /** @param header the {@code If-Match} header; absent means no condition, malformed is 400 */
    public static IfMatch ifMatch(@Nullable String header) {
        return IfMatch.parse(header);
    }

    /** Whether a conditional read may answer 304; weak comparison, as reads have it. */
    public static boolean noneMatchHolds(String header, String tag) {
        if (header.strip().equals("*")) {
            return true;
        }
        return EntityTag.list("If-None-Match", header).stream()
                .anyMatch(sent -> tag.equals("\"" + sent.opaque() + "\""));
    }

    static Problem malformed(String header) {
        return Problem.badRequest("Malformed " + header + " header");
    }

    private static String hash(byte[] representation) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(representation);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, HASH_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
