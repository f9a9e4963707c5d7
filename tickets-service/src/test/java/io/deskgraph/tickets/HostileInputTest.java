package io.deskgraph.tickets;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.test.HostileInputContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
class HostileInputTest extends HostileInputContract {

    private Desk desk;

    @Override
    protected Map<String, String> known() {
        desk = new Desk();
        return Map.of(
                "client_id", desk.client,
                "board_id", desk.board,
                "status_id", desk.open,
                "priority_id", desk.priority,
                "assigned_to", desk.user.toString(),
                "user_id", desk.user.toString(),
                "master_ticket_id", desk.ticket());
    }

    @Override
    protected Map<String, String> credentials() {
        return Map.of("Authorization", desk.token(Permissions.ALL.toArray(String[]::new)));
    }

    @Override
    protected String path(String template) {
        return super.path(
                template.startsWith("/api/v1/tickets/{id}") ? template.replace("{id}", desk.ticket()) : template);
    }
}
