package io.deskgraph.assets.lookup;

import io.deskgraph.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The rules for a look-up's texts. */
public final class Texts {

    private static final int MAX = 255;

    private Texts() {}

    /** Compulsory, trimmed. */
    public static String required(String member, @Nullable String text) {
        if (text == null) {
            throw Problem.invalid(member, "Is required");
        }
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > MAX) {
            throw Problem.invalid(member, "Must be 1 to " + MAX + " characters");
        }
        return trimmed;
    }

    public static @Nullable String optional(String member, @Nullable String text, int max) {
        if (text != null && text.length() > max) {
            throw Problem.invalid(member, "Must be at most " + max + " characters");
        }
        return text;
    }
}
