package io.deskgraph.gateway.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An internal user to be created.
 *
 * @param roles names of roles that exist
 */
public record NewUser(
        UUID userId,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        List<String> roles) {}
