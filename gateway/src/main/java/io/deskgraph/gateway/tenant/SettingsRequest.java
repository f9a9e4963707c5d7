package io.deskgraph.gateway.tenant;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets for a tenant; in an update absent members keep their values and null goes back to the default.
 *
 * @param assetLimit null means no limit
 */
record SettingsRequest(
        @Schema(example = "1000") @Nullable Long assetLimit,
        @Nullable RateLimitRequest rateLimit,

        @Schema(example = "https://assets.initech.example") @Nullable
        String qrBaseUrl,

        @Schema(example = "[\"https://desk.initech.example\"]") @Nullable
        List<String> corsOrigins) {

    static final SettingsRequest NONE = new SettingsRequest(null, null, null, null);

    record RateLimitRequest(
            @Schema(example = "600") @Nullable Integer burst,
            @Schema(example = "300") @Nullable Integer refillPerSecond) {}
}
