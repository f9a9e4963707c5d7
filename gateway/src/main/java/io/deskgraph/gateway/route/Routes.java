package io.deskgraph.gateway.route;

import static io.deskgraph.gateway.route.Upstream.ASSETS;
import static io.deskgraph.gateway.route.Upstream.GATEWAY;
import static io.deskgraph.gateway.route.Upstream.LINKS;
import static io.deskgraph.gateway.route.Upstream.TICKETS;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The route table. A more literal pattern wins over a less literal one, so the order of rows means nothing. */
public final class Routes {

    private static final long MIB = 1024 * 1024;
    private static final long JSON_LIMIT = MIB;
    private static final long IMPORT_LIMIT = 100 * MIB;
    private static final long DOCUMENT_LIMIT = 500 * MIB;

    static final List<Route> TABLE = Stream.of(
                    to(
                            LINKS,
                            "/api/v1/assets/{}/tickets",
                            "/api/v1/assets/{}/tickets/{}",
                            "/api/v1/tickets/{}/assets",
                            "/api/v1/tickets/{}/assets/{}",
                            "/api/v1/assets/{}/relationships",
                            "/api/v1/assets/relationships/{}",
                            "/api/v1/assets/{}/impact",
                            "/asset-links/**",
                            "/database/{}/assets/{}/asset-links"),
                    to(
                            TICKETS,
                            "/api/v1/tickets/**",
                            "/api/v1/boards/**",
                            "/api/v1/statuses/**",
                            "/api/v1/priorities/**",
                            "/api/v1/clients/**",
                            "/api/v1/contacts/**",
                            "/api/v1/categories/**",
                            "/api/v1/products/**",
                            "/api/v1/time-entries/**",
                            "/api/v1/tags/**"),
                    to(
                            ASSETS,
                            "/api/assets/**",
                            "/api/categories/**",
                            "/api/locations/**",
                            "/api/employees/**",
                            "/api/v1/assets/**",
                            "/api/v1/custom-fields/**",
                            "/api/v1/imports/**",
                            "/database/**",
                            "/assets"),
                    large(IMPORT_LIMIT, ASSETS, "/api/assets/import/csv"),
                    large(DOCUMENT_LIMIT, TICKETS, "/api/v1/tickets/{}/documents"),
                    open(ASSETS, "/api/assets/{}/qr", "/a/{}"),
                    open(GATEWAY, "/api/version"))
            .flatMap(rows -> rows)
            .toList();

    private static final RouteTrie TRIE = RouteTrie.of(TABLE);

    private Routes() {}

    /** The route of a path in canonical form; null if there is none. */
    public static @Nullable Route of(String path) {
        return TRIE.match(path);
    }

    private static Stream<Route> to(Upstream upstream, String... patterns) {
        return large(JSON_LIMIT, upstream, patterns);
    }

    private static Stream<Route> large(long bodyLimit, Upstream upstream, String... patterns) {
        return Arrays.stream(patterns).map(pattern -> new Route(pattern, upstream, false, bodyLimit));
    }

    private static Stream<Route> open(Upstream upstream, String... patterns) {
        return Arrays.stream(patterns).map(pattern -> new Route(pattern, upstream, true, JSON_LIMIT));
    }
}
