package io.deskgraph.gateway.user;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about a user; absent members keep their values in an update.
 *
 * @param username another name for the e-mail address
 */
@Schema(name = "UserRequest")
record UserRequest(
        @Schema(example = "tina@acme.example") @Nullable String email,
        @Nullable String username,
        @Schema(example = "Tina") @Nullable String firstName,
        @Schema(example = "Tech") @Nullable String lastName,
        @Schema(example = "internal") @Nullable String userType,
        @Schema(example = "[\"Technician\"]") @Nullable List<String> roles,
        @Nullable Boolean isInactive) {

    @Nullable
    String address() {
        return email == null ? username : email;
    }
}
