package io.deskgraph.gateway.issuer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about an issuer; absent members keep their values in an update.
 *
 * @param jwksUrl null means what the issuer's discovery document says
 * @param userClaim null means the first there is of the usual ones
 * @param roleClaim null means that tokens give no roles
 */
record IssuerRequest(
        @Schema(example = "https://login.example.org/realms/acme") @Nullable
        String issuer,

        @Nullable String jwksUrl,
        @Schema(example = "[\"deskgraph\"]") @Nullable List<String> audiences,
        @Schema(example = "[\"RS256\"]") @Nullable List<String> algorithms,

        @Schema(example = "30", minimum = "0", maximum = "300") @Nullable
        Integer clockSkewSeconds,

        @Schema(example = "email") @Nullable String userClaim,
        @Schema(example = "realm_access.roles") @Nullable String roleClaim,
        @Nullable List<MappingView> roleMappings,
        @Schema(example = "[\"Read Only\"]") @Nullable List<String> defaultRoles,
        @Nullable Boolean createUsers,
        @Nullable Boolean isEnabled) {}
