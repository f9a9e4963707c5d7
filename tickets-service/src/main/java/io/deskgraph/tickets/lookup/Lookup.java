package io.deskgraph.tickets.lookup;

import io.deskgraph.kit.data.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that tickets refer to. Its key in the database is tenant and id; ids are unique on their own. */
@MappedSuperclass
public abstract class Lookup extends TenantOwned {

    @Id
    public UUID id;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "created_by", updatable = false)
    public @Nullable UUID createdBy;

    @Column(name = "updated_at", nullable = false)
    public Instant updatedAt;

    @Column(name = "updated_by")
    public @Nullable UUID updatedBy;

    @Column(nullable = false)
    public int version;
}
