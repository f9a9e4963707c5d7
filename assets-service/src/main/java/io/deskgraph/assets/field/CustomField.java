package io.deskgraph.assets.field;

import io.deskgraph.kit.lookup.LookUp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "custom_fields")
class CustomField extends LookUp {

    @Column(name = "name", nullable = false)
    public String name;

    @Column(name = "type", nullable = false, updatable = false)
    public String type;

    /** What a value of type select may be; null for other types. */
    @Column(name = "options")
    public String @Nullable [] options;

    @Column(name = "required", nullable = false)
    public boolean required;
}
