package io.deskgraph.gateway.link;

import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules on single fields. */
public final class Fields {

    private static final String OBJECT_NAME = "^[a-zA-Z0-9\\-._\\s]{1,256}$";
    private static final Pattern OBJECT = Pattern.compile("[a-zA-Z0-9\\-._\\s]{1,256}");
    private static final String USER_ID = "^[\\w\\-\\.\\+\\@]{3,256}$";
    private static final Pattern USER = Pattern.compile("[\\w\\-.+@]{3,256}");

    private Fields() {}

    /** @throws Problem 400 unless it is a name as roles and constraints have it */
    public static String objectName(String field, @Nullable String value) {
        return matching(field, value, OBJECT, OBJECT_NAME);
    }

    /** @throws Problem 400 unless it can be a user's name or id */
    public static String userId(String field, @Nullable String value) {
        return matching(field, value, USER, USER_ID);
    }

    public static String required(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw refused(field, field + " is a required field.");
        }
        return value;
    }

    public static Problem refused(String field, String message) {
        return Problem.invalid(message, List.of(Detail.of(field, message)));
    }

    private static String matching(String field, @Nullable String value, Pattern pattern, String shown) {
        String text = required(field, value);
        if (text.strip().equalsIgnoreCase("global")) {
            throw refused(field, field + " is invalid. GLOBAL is not allowed for this field.");
        }
        if (!pattern.matcher(text).matches()) {
            throw refused(field, field + " is invalid. Must follow the regexp " + shown);
        }
        return text;
    }
}
