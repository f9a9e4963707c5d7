package io.deskgraph.gateway.issuer;

import io.deskgraph.contracts.identity.IssuerState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An issuer as the API shows it. */
@Schema(name = "Issuer")
record IssuerView(
        UUID issuerId,
        String issuer,
        @Nullable String jwksUrl,
        List<String> audiences,
        List<String> algorithms,
        int clockSkewSeconds,
        @Nullable String userClaim,
        @Nullable String roleClaim,
        List<MappingView> roleMappings,
        List<String> defaultRoles,
        boolean createUsers,
        boolean isEnabled,
        Instant createdAt,
        Instant updatedAt) {

    static IssuerView of(IssuerState state) {
        return new IssuerView(
                state.issuerId(),
                state.issuer(),
                state.jwksUrl(),
                state.audiences(),
                state.algorithms(),
                state.clockSkewSeconds(),
                state.userClaim(),
                state.roleClaim(),
                state.roleMappings().stream()
                        .map(mapping -> new MappingView(mapping.externalRole(), mapping.role()))
                        .toList(),
                state.defaultRoles(),
                state.createUsers(),
                state.isEnabled(),
                state.createdAt(),
                state.updatedAt());
    }
}
