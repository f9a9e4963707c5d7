package io.deskgraph.assets.lookup;

import io.deskgraph.kit.lookup.LookUp;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

/** A row that assets refer to, by its number where people do it. */
@MappedSuperclass
public abstract class NumberedLookUp extends LookUp {

    @Column(name = "number", nullable = false, updatable = false)
    public long number;

    @Column(name = "name", nullable = false)
    public String name;
}
