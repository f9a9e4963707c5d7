package io.deskgraph.gateway.route;

import static io.deskgraph.gateway.route.Upstream.ASSETS;
import static io.deskgraph.gateway.route.Upstream.GATEWAY;
import static io.deskgraph.gateway.route.Upstream.LINKS;
import static io.deskgraph.gateway.route.Upstream.TICKETS;

import io.quarkus.runtime.configuration.MemorySize;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The route table. A more literal pattern wins over a less literal one, so the order of rows means nothing. */
public final class Routes {

    private static final long MIB = 1024 * 1024;
    private static final long JSON_LIMIT = MIB;
    private static final long IMPORT_LIMIT = 100 * MIB;

    /** The largest file, and some room for the form around it. */
    private static final long DOCUMENT_LIMIT = MIB
            + ConfigProvider.getConfig()
                    .getOptionalValue("deskgraph.documents.max-size", MemorySize.class)
                    .map(MemorySize::asLongValue)
                    .orElse(500 * MIB);

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
                    to(
                            GATEWAY,
                            "/api/v1/api-keys/**",
                            "/api/v1/auth/token",
                            "/api/v1/issuers/**",
                            "/api/v1/me",
                            "/api/v1/meta/mcp-registry",
                            "/api/v1/permissions",
                            "/api/v1/roles/**",
                            "/api/v1/tenants/**",
                            "/api/v1/users/**",
                            "/auth/constraints/**",
                            "/auth/constraintsTemplateImport",
                            "/roles/**",
                            "/user-roles"),
                    Stream.of(new Route("/api/assets/import/csv", ASSETS, false, IMPORT_LIMIT, true)),
                    large(DOCUMENT_LIMIT, TICKETS, "/api/v1/tickets/{}/documents"),
                    open(ASSETS, "/api/assets/{}/qr", "/a/{}"),
                    open(
                            GATEWAY,
                            "/.well-known/jwks.json",
                            "/api/version",
                            "/asyncapi.yaml",
                            "/docs",
                            "/docs/{}",
                            "/openapi.json",
                            "/openapi.yaml",
                            "/schemas/{}"))
            .flatMap(rows -> rows)
            .toList();

    private static final RouteTrie TRIE = RouteTrie.of(TABLE);

    private Routes() {}

    /** The route of a path in canonical form; null if there is none. */
    public static @Nullable Route of(String path) {
        return TRIE.match(path);
    }

    /** Every row. */
    public static List<Route> table() {
        return TABLE;
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
