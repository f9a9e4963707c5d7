package io.deskgraph.assets.location;

import io.deskgraph.assets.lookup.LookUp;
import io.deskgraph.contracts.event.ReferenceState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A location of a tenant. */
@Entity
@Table(name = "locations")
class Location extends LookUp {

    @Column(name = "address")
    public @Nullable String address;

    @Override
    public String kind() {
        return ReferenceState.LOCATION;
    }

    @Override
    public Map<String, Object> attributes() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("address", address);
        return attributes;
    }
}
