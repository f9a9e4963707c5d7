package io.deskgraph.assets.employee;

import io.deskgraph.assets.lookup.Texts;
import org.jspecify.annotations.Nullable;

/** What the API accepts of an employee. */
record EmployeeRequest(
        @Nullable String name,
        @Nullable String email,
        @Nullable String department,
        @Nullable Boolean isActive) {

    Employee fresh() {
        Employee row = new Employee();
        row.name = Texts.required("name", name);
        row.email = Texts.optional("email", email, 255);
        row.department = Texts.optional("department", department, 255);
        row.active = isActive == null || isActive;
        return row;
    }
}
