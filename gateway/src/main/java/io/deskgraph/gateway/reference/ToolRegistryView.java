package io.deskgraph.gateway.reference;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of the tool registry, for the document; the answer itself is built as JSON. */
@Schema(name = "ToolRegistry")
record ToolRegistryView(Listing data) {

    /** What there is. */
    @Schema(name = "ToolListing")
    record Listing(String edition, int count, List<Entry> entries) {}

    /** An operation. */
    @Schema(name = "ToolEntry")
    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Entry(
            String id,
            String method,
            String path,
            String displayName,
            String summary,
            String description,
            List<String> tags,
            String rbacResource,
            boolean approvalRequired,
            Object requestBodySchema,
            Object responseBodySchema,
            List<Input> parameters) {}

    /** A parameter of an operation. */
    @Schema(name = "ToolParameter")
    record Input(String name, String in, boolean required, String description, Object schema) {}
}
