package io.deskgraph.gateway.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The content of a list's answer. */
@JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
public record Items<T>(
        @JsonProperty("Items") List<T> items,
        @JsonProperty("NextToken") @Nullable String nextToken) {

    /** @param found one more than the page holds where there is a rest */
    public static <T> Items<T> page(List<T> found, int limit, Function<T, String> token) {
        return found.size() <= limit
                ? new Items<>(found, null)
                : new Items<>(found.subList(0, limit), token.apply(found.get(limit - 1)));
    }
}
