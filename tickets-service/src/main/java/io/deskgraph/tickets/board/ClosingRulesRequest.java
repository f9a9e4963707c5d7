package io.deskgraph.tickets.board;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link ClosingRules}, of which what is not said is not asked for. */
public record ClosingRulesRequest(
        @Nullable Boolean requireResolutionComment,
        @Nullable Boolean requireTimeEntry,
        @Nullable Boolean requireNoOpenChildren,

        @Nullable @Size(max = 4)
        List<@NotNull @Pattern(regexp = FIELDS, message = "must be one of " + FIELDS) String> requiredFields) {

    static final ClosingRulesRequest NONE = new ClosingRulesRequest(null, null, null, null);

    private static final String FIELDS = "category_id|subcategory_id|priority_id|assigned_to";

    void fill(Board row) {
        row.closeNeedsResolution = Boolean.TRUE.equals(requireResolutionComment);
        row.closeNeedsTimeEntry = Boolean.TRUE.equals(requireTimeEntry);
        row.closeNeedsClosedChildren = Boolean.TRUE.equals(requireNoOpenChildren);
        row.closeNeedsFields = requiredFields == null
                ? new String[0]
                : requiredFields.stream().distinct().toArray(String[]::new);
    }
}
