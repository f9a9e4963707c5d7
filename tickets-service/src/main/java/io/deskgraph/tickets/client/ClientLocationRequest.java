package io.deskgraph.tickets.client;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

public record ClientLocationRequest(
        @NotBlank @Size(max = 255) String locationName,
        @Nullable @Email @Size(max = 320) String email,
        @Nullable @Size(max = 100) String phone,
        @Nullable Boolean isDefault,
        @Nullable Boolean isActive) {}
