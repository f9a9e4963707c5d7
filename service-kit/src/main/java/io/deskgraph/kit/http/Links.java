package io.deskgraph.kit.http;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@code Link} header of a list. Targets are relative to the host and keep every other query parameter as sent. */
public final class Links {

    private final URI request;
    private final Map<String, String> links = new LinkedHashMap<>();

    private Links(URI request) {
        this.request = request;
    }

    public static Links of(UriInfo uri) {
        return of(uri.getRequestUri());
    }

    static Links of(URI request) {
        return new Links(request);
    }

    /** first, prev, next and last, as far as they exist. */
    public Links pages(PageRequest page, long total) {
        long last = Math.max(1, (total + page.limit() - 1) / page.limit());
        add("first", "page", "1");
        if (page.page() > 1) {
            add("prev", "page", Long.toString(Math.min(page.page() - 1L, last)));
        }
        if (page.page() < last) {
            add("next", "page", Long.toString(page.page() + 1L));
        }
        add("last", "page", Long.toString(last));
        return this;
    }

    /** next alone, where there is more. */
    public Links next(@Nullable String cursor) {
        if (cursor != null) {
            add("next", "cursor", cursor);
        }
        return this;
    }

    /** The header's value, or nothing where there is no link. */
    public Optional<String> header() {
        return links.isEmpty() ? Optional.empty() : Optional.of(joined());
    }

    private String joined() {
        return links.entrySet().stream()
                .map(link -> "<" + link.getValue() + ">; rel=\"" + link.getKey() + "\"")
                .collect(Collectors.joining(", "));
    }

    private void add(String relation, String parameter, String value) {
        String set = parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        String query = Stream.concat(others(parameter), Stream.of(set)).collect(Collectors.joining("&"));
        links.put(relation, request.getRawPath() + "?" + query);
    }

    private Stream<String> others(String parameter) {
        String query = request.getRawQuery();
        return query == null || query.isEmpty()
                ? Stream.empty()
                : Arrays.stream(query.split("&"))
                        .filter(pair -> !pair.equals(parameter) && !pair.startsWith(parameter + "="));
    }
}
