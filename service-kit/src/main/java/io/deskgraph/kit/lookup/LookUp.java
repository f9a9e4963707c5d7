package io.deskgraph.kit.lookup;

import io.deskgraph.kit.data.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that others refer to. Its key in the database is tenant and id; ids are unique on their own. Each column has its
 * field, and the field its {@link Column}.
 */
@MappedSuperclass
public abstract class LookUp extends TenantOwned {

    @Id
    @Column(name = "id")
    public UUID id;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "created_by", updatable = false)
    public @Nullable UUID createdBy;

    @Column(name = "updated_at", nullable = false)
    public Instant updatedAt;

    @Column(name = "updated_by")
    public @Nullable UUID updatedBy;

    @Column(name = "version", nullable = false)
    public int version;

    /** Its first version. */
    void begin(UUID tenant, UUID key, @Nullable UUID author, Instant now) {
        tenantId = tenant;
        id = key;
        createdAt = now;
        createdBy = author;
        updatedAt = now;
        updatedBy = author;
        version = 1;
    }

    /** Its next version. */
    void next(UUID author, Instant now) {
        updatedAt = now;
        updatedBy = author;
        version++;
    }
}
