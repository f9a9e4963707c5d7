package io.deskgraph.tickets.material;

import io.deskgraph.contracts.ticket.MaterialState;
import io.deskgraph.tickets.sql.Times;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A material with the name of its product.
 *
 * @param rate minor units of the currency, per piece
 */
public record MaterialView(
        UUID tenant,
        UUID ticketMaterialId,
        UUID ticketId,
        UUID clientId,
        UUID serviceId,
        int quantity,
        long rate,
        String currencyCode,
        @Nullable String description,
        boolean isBilled,
        @Nullable UUID billedInvoiceId,
        @Nullable Instant billedAt,
        Instant createdAt,
        Instant updatedAt,
        String serviceName,
        @Nullable String sku) {

    static MaterialView of(Row row) {
        return new MaterialView(
                row.getUUID("tenant_id"),
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getUUID("client_id"),
                row.getUUID("service_id"),
                row.getInteger("quantity"),
                row.getLong("rate"),
                row.getString("currency_code"),
                row.getString("description"),
                row.getBoolean("is_billed"),
                row.getUUID("billed_invoice_id"),
                Times.orNull(row, "billed_at"),
                Times.of(row, "created_at"),
                Times.of(row, "updated_at"),
                row.getString("service_name"),
                row.getString("sku"));
    }

    MaterialState state() {
        return new MaterialState(
                ticketMaterialId,
                ticketId,
                clientId,
                serviceId,
                quantity,
                rate,
                currencyCode,
                description,
                isBilled,
                createdAt,
                updatedAt);
    }
}
