package io.deskgraph.links.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The metadata of a link. There are no schemas here, and the members that would tell of them say so. */
@JsonNaming(LowerCamelCaseStrategy.class)
@Schema(name = "Metadata")
record MetadataView(
        List<Item> metadata,
        boolean restrictMetadataOutsideSchemas,
        @JsonProperty("NextToken") @Nullable String nextToken,
        String message) {

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "MetadataItem")
    record Item(
            String assetLinkId,
            String metadataKey,
            String metadataValue,
            String metadataValueType,
            @Nullable String metadataSchemaName,
            boolean metadataSchemaField,
            boolean metadataSchemaRequired,
            @Nullable Integer metadataSchemaSequence,
            @Nullable String metadataSchemaDefaultValue,
            @Nullable List<String> metadataSchemaDependsOn,
            boolean metadataSchemaMultiFieldConflict,
            List<String> metadataSchemaControlledListKeys) {

        static Item of(UUID link, Row row) {
            return new Item(
                    link.toString(),
                    row.getString("key"),
                    row.getString("value"),
                    row.getString("value_type"),
                    null,
                    false,
                    false,
                    null,
                    null,
                    null,
                    false,
                    List.of());
        }
    }

    static MetadataView of(List<Item> items) {
        return new MetadataView(items, false, null, "Success");
    }
}
