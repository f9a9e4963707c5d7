package io.deskgraph.kit.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Describes the error body once and, on each operation, the refusals that any operation of its kind may answer. */
final class CommonAnswers {

    private static final String SCHEMA = "Problem";

    private CommonAnswers() {}

    static void complete(OpenAPI document) {
        document.getComponents().addSchema(SCHEMA, schema());
        Operations.each(document, (path, method, operation) -> {
            if (method == HttpMethod.POST) {
                operation.addParameter(idempotencyKey());
            }
            if (operation.getResponses() == null) {
                operation.setResponses(OASFactory.createAPIResponses());
            }
            complete(operation.getResponses(), answers(path, method, operation));
        });
    }

    private static void complete(APIResponses answers, Map<String, String> common) {
        common.forEach((status, text) -> {
            APIResponse stated = answers.getAPIResponse(status);
            if (stated == null) {
                answers.addAPIResponse(status, answer(text));
            }
        });
        answers.getAPIResponses().forEach((status, stated) -> {
            boolean error = status.startsWith("4") || status.startsWith("5");
            if (error && stated.getContent() == null && stated.getRef() == null) {
                stated.setContent(answer("").getContent());
            }
        });
    }

    private static Map<String, String> answers(String path, HttpMethod method, Operation operation) {
        Map<String, String> answers = new java.util.TreeMap<>();
        answers.put("400", "The request is not valid; details point to the members");
        answers.put("401", "No valid token");
        answers.put("403", "A permission is missing");
        answers.put("500", "An unexpected error; the request id is in the log");
        boolean takesBody = operation.getRequestBody() != null;
        if (path.contains("{")) {
            answers.put("404", "There is no such resource in the tenant");
        }
        if (takesBody) {
            answers.put("413", "The body is too large");
            answers.put("415", "The body has another media type than the one asked for");
        }
        if (parameters(operation).stream().anyMatch(sent -> "If-Match".equals(sent.getName()))) {
            answers.put("412", "The resource has changed since the entity tag in If-Match");
        }
        if (method != HttpMethod.GET) {
            answers.put("409", "The change contradicts what is there, or the same Idempotency-Key is under way");
        }
        if (method == HttpMethod.POST) {
            answers.put("422", "The Idempotency-Key was used with another body");
        }
        return answers;
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(In.HEADER)
                .description(
                        "1 to 255 visible characters: the same key with the same body gets the same answer, once done")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(255));
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
