package io.deskgraph.kit.http;

import io.deskgraph.kit.request.FilterPriorities;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** A body without a media type is JSON; one announced as too large is refused before it is sent. */
@Singleton
class BodyRoute {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private final long jsonLimit;
    private final long limit;

    BodyRoute(
            @ConfigProperty(name = "deskgraph.http.json-limit") long jsonLimit,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.jsonLimit = jsonLimit;
        this.limit = limit.asLongValue();
    }

    void install(@Observes Router router) {
        router.route().order(FilterPriorities.BODY_SIZE).handler(this::check);
    }

    private void check(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || type.isBlank()) {
            request.headers().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        if (length(request.getHeader(HttpHeaders.CONTENT_LENGTH)) > limit(type)) {
            exchange.addEndHandler(answered -> close(exchange));
            exchange.fail(BodyReading.tooLarge());
        } else {
            exchange.next();
        }
    }

    /** What the client goes on sending is not worth reading. */
    private static void close(RoutingContext exchange) {
        var unused = exchange.request().connection().close();
    }

    private long limit(@Nullable String type) {
        boolean json = type == null || type.isBlank() || type.startsWith(MediaType.APPLICATION_JSON);
        return json ? Math.min(jsonLimit, limit) : limit;
    }

    private static long length(@Nullable String header) {
        return header != null && LENGTH.matcher(header).matches() ? Long.parseLong(header) : 0;
    }
}
