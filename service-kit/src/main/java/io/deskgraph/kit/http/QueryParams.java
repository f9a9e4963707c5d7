package io.deskgraph.kit.http;

import io.deskgraph.kit.problem.Problem;
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

    private final UriInfo uri;
    private final Set<String> asked = new TreeSet<>();

    QueryParams(UriInfo uri) {
        this.uri = uri;
    }

    /** Reads everything a route wants in one go; throws one 400 with a detail for each parameter that is wrong. */
    public <T> T read(Function<QueryReader, T> reading) {
        QueryReader reader = new QueryReader(uri.getQueryParameters());
        T result = reading.apply(reader);
        asked.addAll(reader.asked());
        if (!reader.mistakes().isEmpty()) {
            throw Problem.invalid("Query validation failed", reader.mistakes());
        }
        return result;
    }

    public Links links() {
        return Links.of(uri);
    }

    /** Names that were sent to a route which reads parameters, but not these. */
    List<String> ignored() {
        return asked.isEmpty()
                ? List.of()
                : uri.getQueryParameters().keySet().stream()
                        .filter(name -> !asked.contains(name))
                        .sorted()
                        .toList();
    }
}
