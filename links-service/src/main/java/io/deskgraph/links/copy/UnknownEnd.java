package io.deskgraph.links.copy;

import java.io.Serial;

/** There is no copy of an end. {@link LookUps} asks its owner and has the work done again. */
public final class UnknownEnd extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient End end;

    /** @param message what the client is told when the owner does not know it either */
    public UnknownEnd(End end, String message) {
        super(message, null, false, false);
        this.end = end;
    }

    End end() {
        return end;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
