package io.deskgraph.assets.employee;

import io.deskgraph.assets.lookup.NumberedLookUp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "employees")
class Employee extends NumberedLookUp {
    @Column(name = "email")
    public @Nullable String email;

    @Column(name = "department")
    public @Nullable String department;

    @Column(name = "is_active", nullable = false)
    public boolean isActive;
}
