package io.deskgraph.assets.category;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the API accepts of a category. */
record CategoryRequest(@NotBlank @Size(max = 255) String name) {}
