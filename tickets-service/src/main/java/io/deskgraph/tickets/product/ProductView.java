package io.deskgraph.tickets.product;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param defaultRate in minor units of the currency */
public record ProductView(
        UUID serviceId,
        String serviceName,
        @Nullable String sku,
        String itemKind,
        long defaultRate,
        String currencyCode,
        @Nullable String description,
        boolean isActive,
        UUID tenant) {

    static ProductView of(Product row) {
        return new ProductView(
                row.id,
                row.serviceName,
                row.sku,
                row.itemKind,
                row.defaultRate,
                row.currencyCode,
                row.description,
                row.isActive,
                row.tenantId);
    }
}
