package io.deskgraph.gateway;

import io.deskgraph.kit.test.StatusCodesContract;
import java.nio.file.Path;

class StatusCodesIT extends StatusCodesContract {

    @Override
    protected Path table() {
        return Path.of("..", "docs", "api", "status-codes-gateway.md");
    }
}
