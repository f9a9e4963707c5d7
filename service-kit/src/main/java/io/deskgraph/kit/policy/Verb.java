package io.deskgraph.kit.policy;

/** What is to be done with an object. */
public enum Verb {
    /** Read. */
    GET,
    /** Update, check out or in, link or unlink. */
    PUT,
    /** Create. */
    POST,
    DELETE
}
