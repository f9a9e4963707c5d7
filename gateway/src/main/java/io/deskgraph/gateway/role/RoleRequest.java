package io.deskgraph.gateway.role;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client says about a role; absent members keep their values in an update. */
@Schema(name = "RoleRequest")
record RoleRequest(
        @Schema(example = "Auditor") @Nullable String roleName,
        @Schema(example = "Looks at assets") @Nullable String description,
        @Schema(example = "[\"asset:read\"]") @Nullable List<String> permissions) {}
