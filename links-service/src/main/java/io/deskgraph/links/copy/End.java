package io.deskgraph.links.copy;

import java.util.Locale;
import java.util.UUID;

/** One end of a link: an asset or a ticket. */
public record End(Kind kind, UUID id) {

    /** What an end can be. */
    public enum Kind {
        ASSET,
        TICKET;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static End asset(UUID id) {
        return new End(Kind.ASSET, id);
    }

    public static End ticket(UUID id) {
        return new End(Kind.TICKET, id);
    }
}
