package io.deskgraph.kit.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Documents the error body once and, on each operation, the refusals that any operation may answer. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ErrorAnswersFilter implements OASFilter {

    private static final String SCHEMA = "Problem";
    private static final Map<String, String> ANSWERS = Map.of(
            "400", "The request is not valid; details point to the members",
            "401", "No valid token",
            "403", "A permission is missing",
            "500", "An unexpected error; the request id is in the log");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components =
                document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        document.setComponents(components.addSchema(SCHEMA, schema()));
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().values().stream()
                    .flatMap(path -> path.getOperations().values().stream())
                    .forEach(ErrorAnswersFilter::complete);
        }
    }

    private static void complete(Operation operation) {
        APIResponses answers =
                operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        ANSWERS.forEach((status, text) -> {
            APIResponse stated = answers.getAPIResponse(status);
            if (stated == null || (stated.getContent() == null && stated.getRef() == null)) {
                answers.addAPIResponse(status, answer(text));
            }
        });
        operation.setResponses(answers);
    }

    private static APIResponse answer(String text) {
        Schema reference = OASFactory.createSchema().ref(SCHEMA);
        return OASFactory.createAPIResponse()
                .description(text)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType().schema(reference)));
    }

    private static Schema schema() {
        Schema cause = object().addProperty("code", text())
                .addProperty("message", text())
                .addProperty(
                        "details",
                        OASFactory.createSchema().description("A list for validation, an object for conflicts"));
        Schema meta =
                object().addProperty("timestamp", text().format("date-time")).addProperty("version", text());
        return object().addProperty("type", text().format("uri"))
                .addProperty("title", text())
                .addProperty("status", of(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text())
                .addProperty("requestId", text())
                .addProperty("success", of(Schema.SchemaType.BOOLEAN))
                .addProperty("message", text())
                .addProperty("error", cause)
                .addProperty("meta", meta);
    }

    private static Schema object() {
        return of(Schema.SchemaType.OBJECT);
    }

    private static Schema text() {
        return of(Schema.SchemaType.STRING);
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
