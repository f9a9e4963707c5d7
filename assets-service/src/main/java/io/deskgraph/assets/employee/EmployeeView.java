package io.deskgraph.assets.employee;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An employee as the API shows it. */
record EmployeeView(
        long id,
        UUID uuid,
        String name,
        @Nullable String email,
        @Nullable String department,
        boolean isActive) {

    static EmployeeView of(Employee row) {
        return new EmployeeView(row.number, row.id, row.name, row.email, row.department, row.isActive);
    }
}
