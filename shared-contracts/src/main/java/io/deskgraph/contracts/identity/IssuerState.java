package io.deskgraph.contracts.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens a tenant accepts besides ours, and what they are worth.
 *
 * @param issuer the {@code iss} of its tokens; unique in the tenant
 * @param jwksUrl where its keys are; null where its discovery document says so
 * @param audiences a token has to name one of them
 * @param algorithms of signatures; never one with a shared secret
 * @param userClaim path to the claim that names the user; null for the first there is of the usual ones
 * @param roleClaim path to the claim that lists roles; null where tokens give none
 * @param defaultRoles of a user who has no other
 * @param createUsers whether a user who is not known yet becomes one
 */
public record IssuerState(
        UUID issuerId,
        String issuer,
        @Nullable String jwksUrl,
        List<String> audiences,
        List<String> algorithms,
        int clockSkewSeconds,
        @Nullable String userClaim,
        @Nullable String roleClaim,
        List<RoleMapping> roleMappings,
        List<String> defaultRoles,
        boolean createUsers,
        boolean isEnabled,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public IssuerState {
        audiences = List.copyOf(audiences);
        algorithms = List.copyOf(algorithms);
        roleMappings = List.copyOf(roleMappings);
        defaultRoles = List.copyOf(defaultRoles);
    }

    /** @param role the name that the role had when this was told */
    public record RoleMapping(String externalRole, String role) {}
}
