package io.deskgraph.links.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain values. A check gives what is wrong, or null. */
final class ValueForms {

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String DIGITS = "\\d++(?:_\\d++)*+";
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:(?:" + DIGITS + "\\.?(?:" + DIGITS + ")?|\\." + DIGITS + ")(?:e[+-]?" + DIGITS
                    + ")?|inf|infinity|nan)",
            Pattern.CASE_INSENSITIVE);

    private ValueForms() {}

    static @Nullable String anything(String value) {
        return null;
    }

    static @Nullable String number(String value) {
        return NUMBER.matcher(value.strip()).matches() ? null : "must be a valid number for type 'number'";
    }

    static @Nullable String truth(String value) {
        boolean known = value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
        return known ? null : "must be 'true' or 'false' for type 'boolean'";
    }

    static @Nullable String json(String value) {
        return parse(value) == null ? "must be valid JSON for type 'json'" : null;
    }

    /** Null when it is no JSON. */
    static @Nullable JsonNode parse(String value) {
        try {
            JsonNode tree = JSON.readTree(value);
            return tree == null || tree.isMissingNode() ? null : tree;
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }
}
