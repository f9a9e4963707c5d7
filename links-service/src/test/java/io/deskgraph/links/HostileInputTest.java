package io.deskgraph.links;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.test.HostileInputContract;
import io.deskgraph.kit.test.TestTokens;
import io.deskgraph.links.desk.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
class HostileInputTest extends HostileInputContract {

    private final Desk desk = Desk.open();

    @Override
    protected Map<String, String> known() {
        return Map.of(
                "ticket_id", desk.ticket().toString(),
                "asset_id", desk.asset().toString(),
                "target_asset_id", desk.asset().toString());
    }

    @Override
    protected Map<String, String> credentials() {
        return Map.of(
                "Authorization",
                TestTokens.with(Permissions.ALL.toArray(String[]::new))
                        .tenant(desk.tenant(), "desk")
                        .bearer());
    }

    @Override
    protected String path(String template) {
        String id = template.startsWith("/api/v1/tickets")
                ? desk.ticket().toString()
                : desk.asset().toString();
        return super.path(template.replace("{id}", id));
    }
}
