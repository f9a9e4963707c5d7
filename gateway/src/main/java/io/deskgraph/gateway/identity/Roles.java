package io.deskgraph.gateway.identity;

import io.deskgraph.contracts.DefaultRoles;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.identity.RoleState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes roles with their permissions. */
@ApplicationScoped
public class Roles {

    private static final String NAMES = "SELECT name FROM roles WHERE tenant_id = $1";

    private static final String INSERT = """
            INSERT INTO roles (tenant_id, id, name, description, is_default, created_at, updated_at)
            VALUES ($1, $2, $3, $4, true, $5, $5)""";

    private static final String INSERT_PERMISSIONS = """
            INSERT INTO role_permissions (tenant_id, role_id, permission)
            SELECT $1, $2, permission FROM unnest($3::text[]) AS permission""";

    private final Ledger ledger;
    private final Clock clock;

    Roles(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Creates those default roles that the tenant has no role of the same name for; what is there is left alone. */
    public Uni<Void> createMissingDefaults(Tx tx, boolean msp) {
        return tx.sql(NAMES, tx.tenant())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("name"))
                        .collect(Collectors.toSet()))
                .chain(names -> createAllBut(tx, names, msp));
    }

    private Uni<Void> createAllBut(Tx tx, Set<String> names, boolean msp) {
        return Multi.createFrom()
                .items(DefaultRoles.values())
                .filter(role -> !names.contains(role.roleName()))
                .onItem()
                .transformToUniAndConcatenate(role -> create(tx, role, permissions(role, msp)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> create(Tx tx, DefaultRoles role, List<String> permissions) {
        UUID id = Ids.next();
        Stamp stamp = Stamp.now(clock);
        return tx.sql(INSERT, tx.tenant(), id, role.roleName(), role.description(), stamp.column())
                .chain(() -> tx.sql(INSERT_PERMISSIONS, tx.tenant(), id, permissions.toArray(String[]::new)))
                .chain(() -> ledger.enter(tx, created(id, role, permissions, stamp)));
    }

    private static List<String> permissions(DefaultRoles role, boolean msp) {
        TreeSet<String> permissions = new TreeSet<>(role.permissions());
        if (msp && role == DefaultRoles.ADMIN) {
            permissions.addAll(Permissions.MSP_ONLY);
        }
        return List.copyOf(permissions);
    }

    private static Fact created(UUID id, DefaultRoles role, List<String> permissions, Stamp stamp) {
        RoleState state = new RoleState(
                id, role.roleName(), role.description(), permissions, stamp.instant(), stamp.instant(), 1);
        return Fact.of(Topics.IDENTITY, EventTypes.ROLE_CREATED, id, 1, EventPayload.created(state));
    }
}
