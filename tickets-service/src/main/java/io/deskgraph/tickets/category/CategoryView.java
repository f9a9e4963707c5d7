package io.deskgraph.tickets.category;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record CategoryView(
        UUID categoryId,
        String categoryName,
        @Nullable UUID parentCategory,
        @Nullable UUID boardId,
        int displayOrder,
        UUID tenant) {

    static CategoryView of(Category row) {
        return new CategoryView(
                row.id, row.categoryName, row.parentCategory, row.boardId, row.displayOrder, row.tenantId);
    }
}
