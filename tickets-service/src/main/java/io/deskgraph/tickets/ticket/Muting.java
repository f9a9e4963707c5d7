package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Whom a change is not to be told; muting colleagues without muting contacts makes no sense. */
final class Muting {

    private static final String CONTACTS = "suppressContactNotifications";
    private static final String INTERNAL = "suppressInternalNotifications";

    private Muting() {}

    static void check(@Nullable Boolean contacts, @Nullable Boolean internal) {
        if (Boolean.TRUE.equals(internal) && !Boolean.TRUE.equals(contacts)) {
            throw Problem.invalid(INTERNAL, INTERNAL + " requires " + CONTACTS);
        }
    }
}
