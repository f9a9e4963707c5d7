package io.deskgraph.assets.category;

import java.util.UUID;

/** A category as the API shows it. */
record CategoryView(long id, UUID uuid, String name) {

    static CategoryView of(Category row) {
        return new CategoryView(row.number, row.id, row.name);
    }
}
