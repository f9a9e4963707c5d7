package io.deskgraph.tickets.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param defaultRate in minor units of the currency */
public record ProductRequest(
        @NotBlank @Size(max = 255) String serviceName,
        @Nullable @Size(min = 1, max = 100) String sku,

        @NotNull @Pattern(regexp = "product|service", message = "must be product or service")
        String itemKind,

        @Nullable @PositiveOrZero Long defaultRate,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be three capital letters")
        String currencyCode,

        @Nullable @Size(max = 1000) String description,
        @Nullable Boolean isActive) {}
