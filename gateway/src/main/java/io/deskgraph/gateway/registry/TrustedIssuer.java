package io.deskgraph.gateway.registry;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens a tenant accepts besides ours. There is none for an issuer that is switched off.
 *
 * @param issuer the {@code iss} of its tokens
 * @param jwksUrl where its keys are; null where its discovery document says so
 * @param userClaim path to the claim that names the user; null for the first there is of the usual ones
 * @param roleClaim path to the claim that lists roles; null where tokens give none
 * @param rolesByExternal names of our roles by the name that the issuer has for them
 * @param defaultRoles of a user who has no other
 */
public record TrustedIssuer(
        UUID tenantId,
        UUID id,
        String issuer,
        @Nullable String jwksUrl,
        List<String> audiences,
        List<String> algorithms,
        int clockSkewSeconds,
        @Nullable String userClaim,
        @Nullable String roleClaim,
        Map<String, List<String>> rolesByExternal,
        List<String> defaultRoles,
        boolean createUsers) {}
