package io.deskgraph.links.metadata;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is read by hand, as the OpenAPI document has it. */
final class MetadataDocuments {

    static final String ITEM =
            "{\"metadataKey\":\"Translation\",\"metadataValue\":\"{\\\"x\\\":1,\\\"y\\\":0,\\\"z\\\":0}\","
                    + "\"metadataValueType\":\"xyz\"}";
    static final String ITEMS = "{\"metadata\":[" + ITEM + "]}";
    static final String UPDATE = "{\"updateType\":\"replace_all\",\"metadata\":[" + ITEM + "]}";
    static final String KEYS = "{\"metadataKeys\":[\"Translation\"]}";

    private static final String TEXT = "A text; a number or a truth value is taken for its text";

    private MetadataDocuments() {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "NewMetadataItem")
    record Item(
            @Schema(required = true, minLength = 1, maxLength = MetadataItem.MAX_KEY, description = TEXT)
            Object metadataKey,

            @Schema(required = true, description = TEXT) Object metadataValue,

            @Schema(
                    defaultValue = "string",
                    description = "string, multiline_string, inline_controlled_list, number, boolean, date, json, xyz,"
                            + " wxyz, matrix4x4, geopoint, geojson or lla, in any case")
            String metadataValueType) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "NewMetadata")
    record Items(@Schema(required = true, minItems = 1) List<Item> metadata) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "MetadataUpdate")
    record Update(
            @Schema(required = true, minItems = 1) List<Item> metadata,

            @Schema(defaultValue = "update", description = "update or replace_all, in any case")
            String updateType) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "MetadataKeys")
    record Keys(@Schema(required = true, minItems = 1) List<String> metadataKeys) {}
}
