package io.deskgraph.kit.http;

import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The query parameters of this request. What is read wrongly is told all at once; what nobody read is listed in the
 * answer's {@code X-Ignored-Parameters} header.
 */
@RequestScoped
public class QueryParams {

    /** The gateway reads it: it is how the operator says which tenant a request is for. */
    private static final String TENANT = "tenant";

    private final UriInfo uri;
    private final CurrentRequest request;
    private final Set<String> asked = new TreeSet<>();
    private boolean read;

    QueryParams(UriInfo uri, CurrentRequest request) {
        this.uri = uri;
        this.request = request;
    }

    /** Reads everything a route wants in one go; throws one 400 with a detail for each parameter that is wrong. */
    public <T> T read(Function<QueryReader, T> reading) {
        QueryReader reader = new QueryReader(uri.getQueryParameters());
        T result = reading.apply(reader);
        read = true;
        asked.addAll(reader.asked());
        if (!reader.mistakes().isEmpty()) {
            throw Problem.invalid("Query validation failed", reader.mistakes());
        }
        return result;
    }

    /** This route takes no parameters. */
    public void none() {
        read = true;
    }

    public Links links() {
        return Links.of(uri);
    }

    /** Names that were sent to a route which says what it reads, but are not among these. */
    List<String> ignored() {
        return !read
                ? List.of()
                : uri.getQueryParameters().keySet().stream()
                        .filter(name -> !asked.contains(name) && !isReadBefore(name))
                        .sorted()
                        .toList();
    }

    private boolean isReadBefore(String name) {
        return name.equals(TENANT) && request.hasCaller() && request.caller().msp();
    }
}
