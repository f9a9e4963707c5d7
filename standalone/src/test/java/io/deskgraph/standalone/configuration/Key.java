package io.deskgraph.standalone.configuration;

import org.jspecify.annotations.Nullable;

/**
 * One thing that can be set, as its source tells.
 *
 * @param standard its default; null if there is none
 * @param meaning the comment beside it; empty if there is none
 */
record Key(String name, @Nullable String standard, boolean optional, String meaning) {

    Key in(String prefix) {
        return new Key(prefix + "." + name, standard, optional, meaning);
    }

    Key meaning(String other) {
        return new Key(name, standard, optional, other);
    }

    Key standard(@Nullable String other) {
        return other == null ? this : new Key(name, other, optional, meaning);
    }
}
