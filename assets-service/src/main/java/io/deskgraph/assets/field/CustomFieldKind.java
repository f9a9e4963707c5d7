package io.deskgraph.assets.field;

import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.AssetEnvelope;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.lookup.LookUpKind;
import io.deskgraph.kit.lookup.LookUpNames;
import io.deskgraph.kit.lookup.Use;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What custom fields are. A field keeps its type; one that assets have values for keeps its name and its options, too. */
@Singleton
class CustomFieldKind extends LookUpKind<CustomField, CustomFieldRequest, CustomFieldView> {

    /** Values are kept under the name that the field has in the table, whatever the request wants. */
    private static final String HAS_VALUE =
            "jsonb_exists(u.custom_fields, (SELECT f.name FROM custom_fields f WHERE f.tenant_id = $1 AND f.id = $2))";

    private final Clock clock;

    CustomFieldKind(Clock clock) {
        super(
                CustomField.class,
                CustomFieldRequest.class,
                new LookUpNames(Topics.ASSETS, ReferenceState.CUSTOM_FIELD, "field_id", "name"));
        this.clock = clock;
    }

    @Override
    protected void fill(CustomField row, CustomFieldRequest request) {
        row.name = request.name().strip();
        row.type = request.type();
        row.options = request.options() == null ? null : request.options().toArray(String[]::new);
        row.required = request.required() != null && request.required();
    }

    @Override
    public CustomFieldView view(CustomField row) {
        return CustomFieldView.of(row);
    }

    @Override
    protected Object envelope(Rendered view) {
        return AssetEnvelope.of(view, clock);
    }

    @Override
    protected Map<String, String> constraints() {
        return Map.of("custom_fields_name_uk", "name");
    }

    @Override
    protected List<Use> uses() {
        return List.of(new Use("assets", "assets", HAS_VALUE));
    }

    @Override
    protected Uni<Void> check(Tx tx, @Nullable CustomFieldView before, CustomField row) {
        requireOptions(row);
        return before == null ? Uni.createFrom().voidItem() : keepValues(tx, before, row);
    }

    private Uni<Void> keepValues(Tx tx, CustomFieldView before, CustomField row) {
        if (!before.type().equals(row.type)) {
            throw Problem.invalid("type", "Cannot be changed");
        }
        boolean keepsValues = before.name().equals(row.name) && keepsOptions(before, row);
        return keepsValues ? Uni.createFrom().voidItem() : requireUnused(tx, row);
    }

    private static boolean keepsOptions(CustomFieldView before, CustomField row) {
        return before.options() == null
                || row.options != null && Arrays.asList(row.options).containsAll(before.options());
    }

    private static void requireOptions(CustomField row) {
        if (FieldType.of(row.type) == FieldType.SELECT != (row.options != null)) {
            throw Problem.invalid("options", "A field of type select has options, no other has");
        }
        if (row.options != null && new HashSet<>(Arrays.asList(row.options)).size() < row.options.length) {
            throw Problem.invalid("options", "Must differ from each other");
        }
    }
}
