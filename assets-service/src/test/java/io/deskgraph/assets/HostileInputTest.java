package io.deskgraph.assets;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.HostileInputContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
class HostileInputTest extends HostileInputContract {

    private Api api;

    @Override
    protected Map<String, String> known() {
        api = Api.ofNewTenant();
        return Map.of();
    }

    @Override
    protected Map<String, String> credentials() {
        // A token ends before the whole form does.
        api = Api.of(api.tenant());
        return Map.of("Authorization", api.token());
    }

    @Override
    protected String path(String template) {
        boolean ofAsset = template.startsWith("/api/assets/{id}") || template.startsWith("/api/v1/assets/{id}");
        return super.path(ofAsset ? template.replace("{id}", asset()) : template);
    }

    private String asset() {
        return api.asset("H-" + Ids.next()).getString("id");
    }
}
