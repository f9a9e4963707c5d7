package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Idempotency-Key} of the request at hand. */
@ApplicationScoped
class KeyOfRequest {

    private static final String NAME = "Idempotency-Key";
    private static final String ALIAS = "X-Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final CurrentVertxRequest current;
    private final ObjectMapper json;

    KeyOfRequest(CurrentVertxRequest current, ObjectMapper json) {
        this.current = current;
        this.json = json;
    }

    /** Null where the client sent none. */
    @Nullable
    IdempotencyKey read(@Nullable Object body) {
        HttpServerRequest request = current.getCurrent().request();
        String text = request.getHeader(NAME);
        if (text == null) {
            text = request.getHeader(ALIAS);
        }
        if (text == null) {
            return null;
        }
        if (!VISIBLE.matcher(text).matches()) {
            throw Problem.invalid("Idempotency-Key must be 1 to 255 visible ASCII characters");
        }
        return new IdempotencyKey(text, digest(request, body));
    }

    private byte[] digest(HttpServerRequest request, @Nullable Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.method() + " " + request.uri() + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(json.writeValueAsBytes(body));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A request cannot be digested", e);
        }
    }
}
