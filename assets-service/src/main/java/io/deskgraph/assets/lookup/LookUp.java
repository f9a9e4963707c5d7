package io.deskgraph.assets.lookup;

import io.deskgraph.kit.data.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A row that assets refer to. */
@MappedSuperclass
public abstract class LookUp extends TenantOwned {

    @Id
    public UUID id;

    @Column(nullable = false, updatable = false)
    public long number;

    @Column(nullable = false)
    public String name;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "created_by", updatable = false)
    public UUID createdBy;

    @Column(name = "updated_at", nullable = false)
    public Instant updatedAt;

    @Column(name = "updated_by")
    public UUID updatedBy;

    @Column(nullable = false)
    public int version;

    /** One of the kinds that events name. */
    public abstract String kind();

    /** What events tell beside the name, in the API's names. */
    public abstract Map<String, Object> attributes();
}
