package io.deskgraph.kit.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.CopyTable;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes constraints over from the gateway. Who holds which role travels with each request, in its token. */
@Singleton
@IfBuildProperty(name = "deskgraph.policies.enforced", stringValue = "true")
class PolicyEvents implements EventHandler {

    private static final Set<String> TYPES =
            Set.of(EventTypes.POLICY_CREATED, EventTypes.POLICY_UPDATED, EventTypes.POLICY_DELETED);

    private final PolicyTable table;

    PolicyEvents(PolicyTable table) {
        this.table = table;
    }

    @Override
    public String topic() {
        return Topics.IDENTITY;
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(CopyTable.of("policy_copies", "copy.id::text"));
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        if (!TYPES.contains(event.type())) {
            return Uni.createFrom().voidItem();
        }
        JsonNode document = event.isDeletion() ? null : event.after();
        return table.store(tx, UUID.fromString(event.subject()), event.version(), document);
    }
}
