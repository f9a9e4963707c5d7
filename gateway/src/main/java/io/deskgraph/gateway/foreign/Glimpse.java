package io.deskgraph.gateway.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a token says of itself before anything is verified: good for finding the keys, and for nothing else. */
record Glimpse(
        String issuer, @Nullable String algorithm, @Nullable String keyId) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Null for what does not look like a signed token. */
    static @Nullable Glimpse of(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 1 || second < 0 || token.indexOf('.', second + 1) >= 0) {
            return null;
        }
        try {
            JsonNode claims = part(token, first + 1, second);
            JsonNode header = part(token, 0, first);
            String issuer = text(claims, "iss");
            return issuer == null ? null : new Glimpse(issuer, text(header, "alg"), text(header, "kid"));
        } catch (IOException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** The first text of a claim that holds a JSON array of texts; null if it does not. */
    static @Nullable String firstOf(String array) {
        try {
            JsonNode first = JSON.readTree(array).path(0);
            return first.isTextual() ? first.textValue() : null;
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }

    private static JsonNode part(String token, int from, int to) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.substring(from, to)));
    }

    private static @Nullable String text(@Nullable JsonNode object, String member) {
        JsonNode value = object == null ? null : object.get(member);
        return value != null && value.isTextual() ? value.textValue() : null;
    }
}
