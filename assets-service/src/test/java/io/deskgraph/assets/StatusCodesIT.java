package io.deskgraph.assets;

import io.deskgraph.kit.test.StatusCodesContract;
import java.nio.file.Path;
import java.util.Set;

class StatusCodesIT extends StatusCodesContract {

    /** Open to everybody, so nobody lacks a permission; and the page is one for every tag, so there is no wrong one. */
    @Override
    protected Set<String> outOfReach() {
        return Set.of("GET /a/{tag} 400", "GET /a/{tag} 403", "GET /a/{tag} 404", "GET /api/assets/{id}/qr 403");
    }

    @Override
    protected Path table() {
        return Path.of("..", "docs", "api", "status-codes-assets.md");
    }
}
