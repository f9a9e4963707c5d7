package io.deskgraph.gateway.user;

import io.deskgraph.contracts.identity.UserState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as the API shows it. */
public record UserView(
        UUID userId,
        String username,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        String userType,
        List<String> roles,
        boolean isInactive,
        Instant createdAt,
        Instant updatedAt) {

    public static UserView of(UserState user) {
        return new UserView(
                user.userId(),
                user.username(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.userType(),
                user.roles(),
                user.isInactive(),
                user.createdAt(),
                user.updatedAt());
    }
}
