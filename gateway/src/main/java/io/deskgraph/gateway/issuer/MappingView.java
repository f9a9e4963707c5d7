package io.deskgraph.gateway.issuer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which of our roles one of the issuer's means.
 *
 * @param externalRole as tokens have it
 * @param role the name of ours
 */
@Schema(name = "RoleMapping")
record MappingView(
        @Schema(example = "desk-technicians", required = true) @Nullable
        String externalRole,

        @Schema(example = "Technician", required = true) @Nullable
        String role) {}
