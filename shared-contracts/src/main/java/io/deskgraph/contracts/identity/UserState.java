package io.deskgraph.contracts.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user.
 *
 * @param username equals the e-mail address
 * @param userType internal or client
 * @param roles role names, sorted
 */
public record UserState(
        UUID userId,
        String username,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        String userType,
        List<String> roles,
        boolean isInactive,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
