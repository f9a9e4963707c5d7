package io.deskgraph.assets.field;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A custom field as the API shows it. */
record CustomFieldView(
        UUID fieldId, String name, String type, @Nullable List<String> options, boolean required) {

    static CustomFieldView of(CustomField row) {
        return new CustomFieldView(
                row.id, row.name, row.type, row.options == null ? null : List.of(row.options), row.required);
    }
}
