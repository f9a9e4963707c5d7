package io.deskgraph.tickets.client;

import io.deskgraph.kit.lookup.LookUp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "client_locations")
public class ClientLocation extends LookUp {

    @Column(name = "client_id", nullable = false)
    public UUID clientId;

    @Column(name = "location_name", nullable = false)
    public String locationName;

    @Column(name = "email")
    public @Nullable String email;

    @Column(name = "phone")
    public @Nullable String phone;

    @Column(name = "is_default", nullable = false)
    public boolean isDefault;

    @Column(name = "is_active", nullable = false)
    public boolean isActive;
}
