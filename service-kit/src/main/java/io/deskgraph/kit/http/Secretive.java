package io.deskgraph.kit.http;

/** An answer with something in it that is said once and kept nowhere. */
public interface Secretive {

    /** What a repeated request is answered with, and all of it that is stored. */
    Object withoutSecret();
}
