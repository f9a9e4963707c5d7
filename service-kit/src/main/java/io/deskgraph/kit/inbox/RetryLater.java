package io.deskgraph.kit.inbox;

/** Something the events are not to blame for, such as a database that is away: nothing is given up, only delayed. */
final class RetryLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RetryLater(Throwable cause) {
        super(cause.toString(), cause);
    }
}
