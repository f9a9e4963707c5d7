package io.deskgraph.gateway.tenant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that an operator asks for.
 *
 * @param slug its name under the root domain, for good
 * @param admin its first user, who gets the Admin role and a key
 */
record NewTenantRequest(
        @Schema(example = "initech") @Nullable String slug,
        @Schema(example = "Initech Ltd") @Nullable String name,
        @Nullable SettingsRequest settings,
        @Nullable AdminRequest admin) {

    record AdminRequest(
            @Schema(example = "ada@initech.example") @Nullable
            String email,

            @Nullable String firstName,
            @Nullable String lastName) {}
}
