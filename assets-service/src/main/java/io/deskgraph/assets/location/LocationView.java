package io.deskgraph.assets.location;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A location as the API shows it. */
record LocationView(
        long id, UUID uuid, String name, @Nullable String address) {

    static LocationView of(Location row) {
        return new LocationView(row.number, row.id, row.name, row.address);
    }
}
