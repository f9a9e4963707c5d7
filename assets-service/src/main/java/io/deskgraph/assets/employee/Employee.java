package io.deskgraph.assets.employee;

import io.deskgraph.assets.lookup.LookUp;
import io.deskgraph.contracts.event.ReferenceState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An employee of a tenant. */
@Entity
@Table(name = "employees")
class Employee extends LookUp {

    @Column(name = "email")
    public @Nullable String email;

    @Column(name = "department")
    public @Nullable String department;

    @Column(name = "is_active", nullable = false)
    public boolean active;

    @Override
    public String kind() {
        return ReferenceState.EMPLOYEE;
    }

    @Override
    public Map<String, Object> attributes() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("email", email);
        attributes.put("department", department);
        attributes.put("is_active", active);
        return attributes;
    }
}
