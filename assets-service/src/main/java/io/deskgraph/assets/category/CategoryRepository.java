package io.deskgraph.assets.category;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and stores categories. */
@Singleton
class CategoryRepository implements PanacheRepositoryBase<Category, UUID> {

    Uni<List<Category>> all() {
        return listAll(Sort.by("name").and("number"));
    }

    Uni<@Nullable Category> byNumber(long number) {
        return find("number", number).firstResult();
    }
}
