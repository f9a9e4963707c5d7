package io.deskgraph.tickets.product;

import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.lookup.Use;
import io.deskgraph.tickets.lookup.DeskLookUp;
import java.util.List;
import java.util.Map;

/** What products are. */
public final class Products extends DeskLookUp<Product, ProductRequest, ProductView> {

    public static final Products KIND = new Products();

    private Products() {
        super(Product.class, ProductRequest.class, ReferenceState.PRODUCT, "service_id", "service_name");
    }

    @Override
    protected void fill(Product row, ProductRequest request) {
        row.serviceName = request.serviceName();
        row.sku = request.sku();
        row.itemKind = request.itemKind();
        row.defaultRate = or(request.defaultRate(), 0L);
        row.currencyCode = request.currencyCode();
        row.description = request.description();
        row.isActive = or(request.isActive(), true);
    }

    @Override
    public ProductView view(Product row) {
        return ProductView.of(row);
    }

    @Override
    protected Map<String, String> constraints() {
        return Map.of("products_name_uk", "service_name", "products_sku_uk", "sku");
    }

    @Override
    protected List<Use> uses() {
        return List.of(
                new Use("materials", "ticket_materials", "u.service_id = $2"), Use.of("time_entries", "service_id"));
    }
}
