package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A ticket's part in a bundle. */
public enum BundleRole {
    @JsonProperty("master")
    MASTER,
    @JsonProperty("child")
    CHILD,
    @JsonProperty("standalone")
    STANDALONE;

    public static BundleRole of(boolean hasMaster, boolean hasChildren) {
        if (hasMaster) {
            return CHILD;
        }
        return hasChildren ? MASTER : STANDALONE;
    }
}
