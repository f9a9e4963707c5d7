package io.deskgraph.gateway.foreign;

/** Why a token is not accepted. For the log and the metrics: the caller hears no more than that it is not. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Refused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** What did not hold. */
    enum Reason {
        ALGORITHM,
        KEY,
        SIGNATURE_OR_CLAIMS,
        TYPE,
        ISSUED_LATER,
        IDENTITY,
        ADDRESS_NOT_VERIFIED,
        USER
    }
}
