package io.deskgraph.tickets.client;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

public record ClientRequest(
        @NotBlank @Size(max = 255) String clientName,
        @Nullable @Email @Size(max = 320) String email,
        @Nullable @Size(max = 100) String phoneNo,
        @Nullable @Size(max = 2048) String url,
        @Nullable Boolean isInactive,
        @Nullable @Size(max = 100) String billingCycle) {}
