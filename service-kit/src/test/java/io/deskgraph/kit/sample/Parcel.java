package io.deskgraph.kit.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One member of each kind that a request can have. */
public record Parcel(
        @NotBlank @Size(max = 20) String shortName,
        @Nullable UUID ownerId,
        @Nullable Instant sentAt,
        @Nullable LocalDate dueDate,
        @Nullable BigDecimal unitCost,
        int pieces,
        @Nullable Long weight,
        @Nullable Double ratio,
        @Nullable Boolean fragile,
        @Nullable Format format,
        @Nullable List<String> tags,
        @Nullable List<@Valid Item> items,
        @Nullable Map<String, Object> extra,
        @Nullable JsonNode tree,
        @JsonProperty("databaseId") @Size(max = 5) @Nullable String database) {

    /** Wire names of an enumeration may differ from ours. */
    public enum Format {
        SMALL,
        @JsonProperty("extra_large")
        EXTRA_LARGE
    }

    public record Item(@NotBlank @Nullable String itemName) {}
}
