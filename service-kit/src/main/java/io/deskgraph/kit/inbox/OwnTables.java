package io.deskgraph.kit.inbox;

import java.util.List;

/** What a service tells of. Make it a bean, and its topics can be reconciled with its database. */
public interface OwnTables {

    List<OwnTable> all();
}
