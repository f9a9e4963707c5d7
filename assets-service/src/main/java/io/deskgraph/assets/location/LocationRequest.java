package io.deskgraph.assets.location;

import io.deskgraph.assets.lookup.Texts;
import org.jspecify.annotations.Nullable;

/** What the API accepts of a location. */
record LocationRequest(@Nullable String name, @Nullable String address) {

    Location fresh() {
        Location row = new Location();
        row.name = Texts.required("name", name);
        row.address = Texts.optional("address", address, 1000);
        return row;
    }
}
