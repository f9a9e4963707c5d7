package io.deskgraph.assets.inventory;

import io.deskgraph.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What is said at a checkout or a return. */
final class Notes {

    private static final int MAX = 10_000;

    private Notes() {}

    static String of(@Nullable String note) {
        if (note != null && note.length() > MAX) {
            throw Problem.invalid("note", "Must be at most " + MAX + " characters");
        }
        return note == null ? "" : note;
    }
}
