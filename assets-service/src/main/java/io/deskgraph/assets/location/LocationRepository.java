package io.deskgraph.assets.location;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and stores locations. */
@Singleton
class LocationRepository implements PanacheRepositoryBase<Location, UUID> {

    Uni<List<Location>> all() {
        return listAll(Sort.by("name").and("number"));
    }

    Uni<@Nullable Location> byNumber(long number) {
        return find("number", number).firstResult();
    }
}
