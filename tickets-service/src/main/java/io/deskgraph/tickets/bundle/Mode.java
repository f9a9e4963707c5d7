package io.deskgraph.tickets.bundle;

/** What a bundle does with a change of its master. */
final class Mode {

    /** Nothing: tickets are shown together. */
    static final String LINK_ONLY = "link_only";

    /** Status, assignee and priority of the master are the children's too, and are not changed there. */
    static final String SYNC_UPDATES = "sync_updates";

    static final String PATTERN = LINK_ONLY + "|" + SYNC_UPDATES;

    private Mode() {}
}
