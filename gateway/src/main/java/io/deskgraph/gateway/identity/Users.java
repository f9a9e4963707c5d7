package io.deskgraph.gateway.identity;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.identity.UserState;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes users with their roles. */
@ApplicationScoped
public class Users {

    private static final String INTERNAL = "internal";

    private static final String FIND = "SELECT id FROM users WHERE tenant_id = $1 AND lower(email) = lower($2)";

    private static final String INSERT = """
            INSERT INTO users (tenant_id, id, email, first_name, last_name, user_type, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $7)""";

    private static final String INSERT_ROLES = """
            INSERT INTO user_roles (tenant_id, user_id, role_id, created_at)
            SELECT $1, $2, r.id, $4 FROM roles r WHERE r.tenant_id = $1 AND r.name = ANY ($3::text[])""";

    private final Ledger ledger;
    private final Clock clock;

    Users(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The user with this e-mail address, whatever its case. */
    public Uni<@Nullable UUID> find(Tx tx, String email) {
        return tx.sql(FIND, tx.tenant(), email).map(Users::firstId);
    }

    public Uni<UUID> create(Tx tx, NewUser user) {
        Stamp stamp = Stamp.now(clock);
        List<String> roles = user.roles().stream().distinct().sorted().toList();
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        user.userId(),
                        user.email(),
                        user.firstName(),
                        user.lastName(),
                        INTERNAL,
                        stamp.column())
                .chain(() ->
                        tx.sql(INSERT_ROLES, tx.tenant(), user.userId(), roles.toArray(String[]::new), stamp.column()))
                .invoke(inserted -> requireAll(roles, inserted.rowCount()))
                .chain(() -> ledger.enter(tx, created(user, roles, stamp)))
                .replaceWith(user.userId());
    }

    private static void requireAll(List<String> roles, int found) {
        if (found != roles.size()) {
            throw new IllegalArgumentException("Not all of these roles exist: " + roles);
        }
    }

    private static @Nullable UUID firstId(RowSet<Row> rows) {
        return rows.size() == 0 ? null : rows.iterator().next().getUUID("id");
    }

    private static Fact created(NewUser user, List<String> roles, Stamp stamp) {
        UserState state = new UserState(
                user.userId(),
                user.email(),
                user.email(),
                user.firstName(),
                user.lastName(),
                INTERNAL,
                roles,
                false,
                stamp.instant(),
                stamp.instant(),
                1);
        return Fact.of(Topics.IDENTITY, EventTypes.USER_CREATED, user.userId(), 1, EventPayload.created(state));
    }
}
