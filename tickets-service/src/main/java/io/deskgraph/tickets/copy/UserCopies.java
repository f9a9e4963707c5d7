package io.deskgraph.tickets.copy;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.CopyTable;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Users of the gateway. */
@ApplicationScoped
class UserCopies implements EventHandler {

    private static final Set<String> WRITTEN = Set.of(EventTypes.USER_CREATED, EventTypes.USER_UPDATED);

    private static final String STORE = """
            INSERT INTO user_copies (tenant_id, id, email, first_name, last_name, user_type, is_inactive)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT ON CONSTRAINT user_copies_pk DO UPDATE
            SET email = excluded.email, first_name = excluded.first_name, last_name = excluded.last_name,
                user_type = excluded.user_type, is_inactive = excluded.is_inactive""";

    private static final String DELETE = "DELETE FROM user_copies WHERE tenant_id = $1 AND id = $2";

    @Override
    public String topic() {
        return Topics.IDENTITY;
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(CopyTable.of("user_copies", "copy.id::text"));
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        if (event.type().equals(EventTypes.USER_DELETED)) {
            return tx.sql(DELETE, tx.tenant(), UUID.fromString(event.subject())).replaceWithVoid();
        }
        return WRITTEN.contains(event.type())
                ? store(tx, new Fields(event.after()))
                : Uni.createFrom().voidItem();
    }

    private static Uni<Void> store(Tx tx, Fields user) {
        return tx.sql(
                        STORE,
                        tx.tenant(),
                        user.uuid("user_id"),
                        user.text("email"),
                        user.textOrNull("first_name"),
                        user.textOrNull("last_name"),
                        user.text("user_type"),
                        user.flag("is_inactive"))
                .replaceWithVoid();
    }
}
