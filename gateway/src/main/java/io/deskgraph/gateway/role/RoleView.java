package io.deskgraph.gateway.role;

import io.deskgraph.contracts.identity.RoleState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role as the versioned API shows it. */
record RoleView(UUID roleId, String roleName, @Nullable String description, List<String> permissions) {

    static RoleView of(StoredRole role) {
        RoleState state = role.state();
        return new RoleView(state.roleId(), state.roleName(), state.description(), state.permissions());
    }
}
