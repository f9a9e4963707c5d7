package io.deskgraph.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static final long MIB = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({
        "LINKS, /api/v1/assets/1/tickets",
        "LINKS, /api/v1/assets/1/tickets/",
        "LINKS, /api/v1/assets/1/tickets/2",
        "LINKS, /api/v1/tickets/1/assets",
        "LINKS, /api/v1/tickets/1/assets/2",
        "LINKS, /api/v1/assets/1/relationships",
        "LINKS, /api/v1/assets/relationships/1",
        "LINKS, /api/v1/assets/relationships/tickets",
        "LINKS, /api/v1/assets/1/impact",
        "LINKS, /asset-links",
        "LINKS, /asset-links/single/1",
        "LINKS, /asset-links/1/metadata",
        "LINKS, /database/d/assets/a/asset-links",
        "TICKETS, /api/v1/tickets",
        "TICKETS, /api/v1/tickets/1",
        "TICKETS, /api/v1/tickets/1/comments/2/reactions",
        "TICKETS, /api/v1/tickets/from-asset",
        "TICKETS, /api/v1/tickets/1/assets/2/3",
        "TICKETS, /api/v1/boards",
        "TICKETS, /api/v1/statuses/1",
        "TICKETS, /api/v1/priorities/1",
        "TICKETS, /api/v1/clients/1/locations",
        "TICKETS, /api/v1/contacts/1",
        "TICKETS, /api/v1/categories/1",
        "TICKETS, /api/v1/products/1",
        "TICKETS, /api/v1/time-entries/1",
        "TICKETS, /api/v1/tags",
        "ASSETS, /api/assets",
        "ASSETS, /api/assets/1/checkout",
        "ASSETS, /api/assets/export/csv",
        "ASSETS, /api/categories/1",
        "ASSETS, /api/locations",
        "ASSETS, /api/employees/1",
        "ASSETS, /api/v1/assets",
        "ASSETS, /api/v1/assets/1",
        "ASSETS, /api/v1/assets/relationships",
        "ASSETS, /api/v1/assets/1/audit",
        "ASSETS, /api/v1/custom-fields",
        "ASSETS, /api/v1/imports/1",
        "ASSETS, /database",
        "ASSETS, /database/d/assets/a",
        "ASSETS, /database/d/assets/a/archiveAsset",
        "ASSETS, /assets",
        "ASSETS, /a/TAG%2F1",
        "GATEWAY, /api/version",
        "GATEWAY, /.well-known/jwks.json",
        "GATEWAY, /api/v1/api-keys/1/rotate",
        "GATEWAY, /api/v1/auth/token",
        "GATEWAY, /api/v1/me",
        "GATEWAY, /api/v1/permissions",
        "GATEWAY, /api/v1/roles/1",
        "GATEWAY, /api/v1/tenants/1/hosts/desk.example.org",
        "GATEWAY, /api/v1/users",
        "GATEWAY, /auth/constraints/team-a",
        "GATEWAY, /auth/constraintsTemplateImport",
        "GATEWAY, /roles/Technician",
        "GATEWAY, /user-roles",
    })
    void everyPathHasItsService(Upstream upstream, String path) {
        // When
        Route route = Routes.of(path);

        // Then
        assertNotNull(route, path);
        assertEquals(upstream, route.upstream());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/internal/assets/1",
                "/api",
                "/api/v1",
                "/api/v1/internal",
                "/api/v1/ticketsx",
                "/api/v1/ticket",
                "/API/v1/tickets",
                "/api/v2/tickets",
                "/assets/1",
                "/a",
                "/a/1/2",
                "/api/version/1",
                "/asset-linksx",
                "/q/metrics",
                "/q/health",
                "/q/dev-ui",
            })
    void everythingElseHasNone(String path) {
        assertNull(Routes.of(path));
    }

    @Test
    void onlyReadingIsOpen() {
        // When
        Route qr = Routes.of("/api/assets/7/qr");
        Route page = Routes.of("/a/TAG");

        // Then
        assertTrue(qr.isOpenTo(HttpMethod.GET));
        assertTrue(page.isOpenTo(HttpMethod.HEAD));
        assertFalse(qr.isOpenTo(HttpMethod.POST));
        assertEquals(
                List.of(
                        "/api/assets/{}/qr",
                        "/a/{}",
                        "/.well-known/jwks.json",
                        "/api/version",
                        "/asyncapi.yaml",
                        "/docs",
                        "/docs/{}",
                        "/openapi.json",
                        "/openapi.yaml",
                        "/schemas/{}"),
                Routes.TABLE.stream().filter(Route::open).map(Route::pattern).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1, /api/v1/tickets",
        "1, /api/v1/tickets/1/documents/2",
        "1, /api/assets/import",
        "100, /api/assets/import/csv",
        "501, /api/v1/tickets/1/documents",
    })
    void bodiesAreLimitedByRoute(long mebibytes, String path) {
        assertEquals(mebibytes * MIB, Routes.of(path).bodyLimit());
    }

    @Test
    void aPathCannotHaveTwoRoutes() {
        Route route = new Route("/a/{}", Upstream.ASSETS, false, 1);

        assertThrows(IllegalArgumentException.class, () -> RouteTrie.of(List.of(route, route)));
    }
}
