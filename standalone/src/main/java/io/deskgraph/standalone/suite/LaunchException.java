package io.deskgraph.standalone.suite;

/** The suite cannot do what was asked. The message is all the person at the terminal needs. */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LaunchException(String message) {
        super(message);
    }

    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
