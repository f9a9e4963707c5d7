package io.deskgraph.assets.database;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the API accepts of a database; members about buckets and files are taken and not looked at. */
@JsonNaming(LowerCamelCaseStrategy.class)
record DatabaseRequest(
        @Schema(pattern = DatabaseRequest.ID, required = true, examples = "warehouse") @Nullable
        String databaseId,

        @Schema(minLength = 4, maxLength = 256, required = true, examples = "Spare parts") @Nullable
        String description) {

    static final String ID = "^[-_a-zA-Z0-9]{3,63}$";

    private static final Pattern ID_PATTERN = Pattern.compile(ID);
    private static final int MIN_DESCRIPTION = 4;
    private static final int MAX_DESCRIPTION = 256;

    void check() {
        String id = required("databaseId", databaseId);
        if (!ID_PATTERN.matcher(id).matches()) {
            throw refused("databaseId", "databaseId is invalid. Must follow the regexp " + ID);
        }
        if (id.toLowerCase(Locale.ROOT).equals("global")) {
            throw refused("databaseId", "databaseId is invalid. GLOBAL is not allowed for this field.");
        }
        int length = required("description", description).length();
        if (length < MIN_DESCRIPTION || length > MAX_DESCRIPTION) {
            throw refused("description", "description is invalid. Must be 4 to 256 characters");
        }
    }

    private static String required(String member, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw refused(member, member + " is a required field.");
        }
        return value;
    }

    private static Problem refused(String member, String text) {
        return Problem.invalid(text, List.of(Detail.of(member, text)));
    }
}
