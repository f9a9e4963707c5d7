package io.deskgraph.gateway.key;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about a key; absent members keep their values in an update.
 *
 * @param description another name for the name
 * @param scopes null means all that the owner may do
 * @param allowedIps null means from anywhere
 */
@Schema(name = "ApiKeyRequest")
record KeyRequest(
        @Schema(example = "Nightly import") @Nullable String name,
        @Nullable String description,
        @Nullable UUID userId,
        @Schema(example = "[\"asset:read\"]") @Nullable List<String> scopes,

        @Schema(example = "2027-01-01T00:00:00.000Z") @Nullable
        Instant expiresAt,

        @Schema(example = "[\"192.0.2.0/24\"]") @Nullable List<String> allowedIps) {

    @Nullable
    String label() {
        return name == null ? description : name;
    }
}
