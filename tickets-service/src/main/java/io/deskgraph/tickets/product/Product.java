package io.deskgraph.tickets.product;

import io.deskgraph.kit.lookup.LookUp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "products")
public class Product extends LookUp {

    @Column(name = "service_name", nullable = false)
    public String serviceName;

    @Column(name = "sku")
    public @Nullable String sku;

    @Column(name = "item_kind", nullable = false)
    public String itemKind;

    @Column(name = "default_rate", nullable = false)
    public long defaultRate;

    @Column(name = "currency_code", nullable = false)
    public String currencyCode;

    @Column(name = "description")
    public @Nullable String description;

    @Column(name = "is_active", nullable = false)
    public boolean isActive;
}
