package io.deskgraph.links.edge;

import io.deskgraph.contracts.link.AssetLinkState;
import org.jspecify.annotations.Nullable;

/**
 * What became of an edge that was to be made.
 *
 * @param state null when it was refused
 */
public record Made(Verdict verdict, @Nullable AssetLinkState state) {

    /** Why an edge is made or not. */
    public enum Verdict {
        MADE,
        DUPLICATE,
        /** A parentChild edge of the pair leads the other way. */
        REVERSED,
        CYCLE
    }
}
