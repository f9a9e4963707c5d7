package io.deskgraph.assets.employee;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the API accepts of an employee. */
record EmployeeRequest(
        @NotBlank @Size(max = 255) String name,
        @Nullable @Size(max = 255) String email,
        @Nullable @Size(max = 255) String department,
        @Nullable Boolean isActive) {}
