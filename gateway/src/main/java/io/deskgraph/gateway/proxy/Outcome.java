package io.deskgraph.gateway.proxy;

/** How a forwarded request ended. */
enum Outcome {
    /** With the service's answer. */
    ANSWERED,
    /** With a problem of the gateway instead of an answer. */
    FAILED,
    /** In the middle of the answer. */
    CUT,
    /** The client did not wait. */
    ABANDONED
}
