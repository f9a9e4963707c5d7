package io.deskgraph.embedded;

import org.jspecify.annotations.Nullable;

/** A server could not be started, reached or provisioned. The message is meant for the person at the terminal. */
public final class EmbeddedServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmbeddedServerException(String message) {
        super(message);
    }

    public EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
