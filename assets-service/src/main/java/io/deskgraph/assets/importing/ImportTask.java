package io.deskgraph.assets.importing;

import io.deskgraph.assets.audit.Author;
import java.util.Set;
import java.util.UUID;

/**
 * An import to run.
 *
 * @param roles of the author when it was asked for; constraints name them
 * @param done how far it has come already
 */
record ImportTask(UUID tenant, Author author, Set<String> roles, ImportOptions options, Totals done) {

    ImportTask {
        roles = Set.copyOf(roles);
    }
}
