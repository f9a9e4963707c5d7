package io.deskgraph.assets.employee;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and stores employees. */
@Singleton
class EmployeeRepository implements PanacheRepositoryBase<Employee, UUID> {

    Uni<List<Employee>> all() {
        return listAll(Sort.by("name").and("number"));
    }

    Uni<@Nullable Employee> byNumber(long number) {
        return find("number", number).firstResult();
    }
}
