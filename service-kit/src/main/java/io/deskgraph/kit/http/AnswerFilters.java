package io.deskgraph.kit.http;

import io.deskgraph.kit.request.FilterPriorities;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What is added to or taken from an answer after the resource has given it. */
@Singleton
class AnswerFilters {

    private static final String IGNORED = "X-Ignored-Parameters";
    private static final int MAX_IGNORED = 50;

    private final QueryParams query;

    AnswerFilters(QueryParams query) {
        this.query = query;
    }

    /** A reader that has this representation already gets 304. */
    @ServerResponseFilter(priority = FilterPriorities.CONDITIONAL_READ)
    void conditional(ContainerRequestContext request, ContainerResponseContext response) {
        String sent = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        String tag = response.getHeaderString(HttpHeaders.ETAG);
        if (sent != null && tag != null && isRead(request, response) && ETags.noneMatchHolds(sent, tag)) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    @ServerResponseFilter(priority = FilterPriorities.IGNORED_PARAMETERS)
    void ignored(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getRequestUri().getRawQuery() == null) {
            return;
        }
        List<String> ignored = query.ignored();
        if (!ignored.isEmpty()) {
            response.getHeaders().putSingle(IGNORED, header(ignored));
        }
    }

    private static boolean isRead(ContainerRequestContext request, ContainerResponseContext response) {
        boolean reading = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        return reading && response.getStatus() == 200;
    }

    /** Names come from the client: nothing in them may end the header or leave ASCII. */
    private static String header(List<String> names) {
        return names.stream()
                .limit(MAX_IGNORED)
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                .collect(Collectors.joining(", "));
    }
}
