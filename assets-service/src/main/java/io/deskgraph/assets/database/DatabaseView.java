package io.deskgraph.assets.database;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database as the API shows it. */
@JsonNaming(LowerCamelCaseStrategy.class)
record DatabaseView(String databaseId, String description, Instant dateCreated, long assetCount) {

    /** How this dialect wraps an answer. */
    record One(DatabaseView message) {}

    record DatabaseList(DatabaseItems message) {}

    /** @param nextToken null: all are in the answer */
    @JsonNaming(UpperCamelCaseStrategy.class)
    record DatabaseItems(List<DatabaseView> items, @Nullable String nextToken) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Created(String databaseId, String message) {}

    record Deleted(String message) {}
}
