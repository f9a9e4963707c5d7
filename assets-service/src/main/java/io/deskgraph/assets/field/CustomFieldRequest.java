package io.deskgraph.assets.field;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API accepts of a custom field.
 *
 * @param options of type select, and only of that
 */
record CustomFieldRequest(
        @NotBlank @Size(max = 255) String name,

        @NotNull
        @Pattern(regexp = "text|number|date|boolean|select", message = "must be text, number, date, boolean or select")
        String type,

        @Nullable @Size(min = 1, max = 100) List<@NotBlank @Size(max = 255) String> options,
        @Nullable Boolean required) {}
