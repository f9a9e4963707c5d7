package io.deskgraph.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.ValidationMessage;
import io.deskgraph.kit.test.ApiDocument.Operation;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds every exchange of a test against the service's OpenAPI document: the status must be one the operation declares,
 * a JSON answer must have the declared shape, and a body that was accepted must have had the declared shape too.
 */
final class Traffic implements Filter {

    /** What HTTP itself may say to any request: not modified, or refused before an operation is found. */
    private static final Set<Integer> OF_HTTP_ITSELF = Set.of(304, 405, 406, 414, 431);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUEST = "/requestBody/content/application~1json/schema";

    private final ApiDocument document;
    private final ApiDocument answers;
    private final ReachedStatuses reached;

    Traffic(ApiDocument document, ReachedStatuses reached) {
        this.document = document;
        this.answers = document.closed();
        this.reached = reached;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        String path = URI.create(request.getURI()).getRawPath();
        document.operation(request.getMethod(), path).ifPresent(operation -> check(operation, request, answer));
        return answer;
    }

    private void check(Operation operation, FilterableRequestSpecification request, Response answer) {
        int status = answer.statusCode();
        if (OF_HTTP_ITSELF.contains(status)) {
            return;
        }
        if (!ApiDocument.statuses(operation).contains(String.valueOf(status))) {
            throw new AssertionError(
                    operation.name() + " answered " + status + ", which it does not declare: " + answer.asString());
        }
        reached.add(operation.name(), status);
        String type = answer.contentType() == null ? "" : answer.contentType().split(";")[0];
        if (type.endsWith("json") && !sparse(request)) {
            String place = "/responses/" + status + "/content/" + type.replace("/", "~1") + "/schema";
            compare(answers, operation, place, "answered " + status, answer.asString());
        }
        if (status < 300 && request.getBody() instanceof String sent) {
            compare(document, operation, REQUEST, "accepted", sent);
        }
    }

    /** A client that asked for some fields gets some of the declared ones. */
    private static boolean sparse(FilterableRequestSpecification request) {
        return request.getQueryParams().containsKey("fields")
                || request.getURI().contains("fields=");
    }

    private static void compare(ApiDocument document, Operation operation, String place, String what, String body) {
        if (body.isBlank()) {
            return;
        }
        Set<ValidationMessage> faults = document.faults(operation, place, parse(body));
        if (!faults.isEmpty()) {
            String list = faults.stream().limit(8).map(String::valueOf).collect(Collectors.joining("\n  "));
            throw new AssertionError(operation.name() + " " + what + " what its OpenAPI schema does not describe:\n  "
                    + list + "\n" + body);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException invalid) {
            throw new AssertionError("not JSON: " + body, invalid);
        }
    }
}
