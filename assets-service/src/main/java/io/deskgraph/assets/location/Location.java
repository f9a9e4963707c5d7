package io.deskgraph.assets.location;

import io.deskgraph.assets.lookup.NumberedLookUp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "locations")
class Location extends NumberedLookUp {
    @Column(name = "address")
    public @Nullable String address;
}
