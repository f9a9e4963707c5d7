package io.deskgraph.tickets.contact;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record ContactRequest(
        @NotBlank @Size(max = 255) String fullName,
        @Nullable @Email @Size(max = 320) String email,
        @Nullable @Size(max = 100) String phoneNumber,
        @Nullable UUID clientId,
        @Nullable Boolean isInactive) {}
