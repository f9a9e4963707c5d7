package io.deskgraph.contracts.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role.
 *
 * @param permissions {@code resource:action}, sorted
 */
public record RoleState(
        UUID roleId,
        String roleName,
        @Nullable String description,
        List<String> permissions,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
