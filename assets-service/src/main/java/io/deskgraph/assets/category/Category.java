package io.deskgraph.assets.category;

import io.deskgraph.assets.lookup.LookUp;
import io.deskgraph.contracts.event.ReferenceState;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** A category of a tenant. */
@Entity
@Table(name = "categories")
class Category extends LookUp {

    @Override
    public String kind() {
        return ReferenceState.CATEGORY;
    }

    @Override
    public Map<String, Object> attributes() {
        return Map.of();
    }
}
