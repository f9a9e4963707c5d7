package io.deskgraph.assets.importing;

import java.io.Serial;

/** Somebody else wrote what this batch was about to write; planned again, it will see that. */
final class BatchRaced extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BatchRaced(String what) {
        super(what, null, false, false);
    }
}
