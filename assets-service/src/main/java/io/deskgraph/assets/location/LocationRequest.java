package io.deskgraph.assets.location;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the API accepts of a location. */
record LocationRequest(
        @NotBlank @Size(max = 255) String name,
        @Nullable @Size(max = 1000) String address) {}
