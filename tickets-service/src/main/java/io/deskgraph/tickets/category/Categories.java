package io.deskgraph.tickets.category;

import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.lookup.Use;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.lookup.DeskLookUp;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What categories are. Where one belongs is decided once: tickets rely on its board and on its parent. */
public final class Categories extends DeskLookUp<Category, CategoryRequest, CategoryView> {

    public static final Categories KIND = new Categories();

    private static final String PARENT =
            "SELECT board_id, parent_category FROM categories WHERE tenant_id = $1 AND id = $2 FOR KEY SHARE";

    private Categories() {
        super(Category.class, CategoryRequest.class, ReferenceState.CATEGORY, "category_id", "category_name");
    }

    @Override
    protected void fill(Category row, CategoryRequest request) {
        row.categoryName = request.categoryName();
        row.parentCategory = request.parentCategory();
        row.boardId = request.boardId();
        row.displayOrder = or(request.displayOrder(), 0);
    }

    @Override
    public CategoryView view(Category row) {
        return CategoryView.of(row);
    }

    @Override
    protected Map<String, String> constraints() {
        return Map.of(
                "categories_name_uk", "category_name",
                "categories_board_fk", "board_id",
                "categories_parent_fk", "parent_category");
    }

    @Override
    protected List<Use> uses() {
        return List.of(
                new Use("tickets", "tickets", "u.category_id = $2 OR u.subcategory_id = $2"),
                new Use("subcategories", "categories", "u.parent_category = $2"));
    }

    @Override
    protected Uni<Void> begin(Tx tx, Category row, CategoryRequest request) {
        return row.parentCategory == null
                ? Uni.createFrom().voidItem()
                : tx.sql(PARENT, tx.tenant(), row.parentCategory)
                        .invoke(found -> goUnder(row, found))
                        .replaceWithVoid();
    }

    @Override
    protected Uni<Void> check(Tx tx, @Nullable CategoryView before, Category row) {
        if (before != null) {
            requireSame("parent_category", before.parentCategory(), row.parentCategory);
            requireSame("board_id", before.boardId(), row.boardId);
        }
        return Uni.createFrom().voidItem();
    }

    private static void goUnder(Category row, RowSet<Row> found) {
        if (found.rowCount() == 0) {
            throw Problem.invalid("parent_category", "Does not exist");
        }
        Row parent = found.iterator().next();
        if (parent.getUUID("parent_category") != null) {
            throw Problem.invalid("parent_category", "Must not be a subcategory itself");
        }
        if (row.boardId != null && !Objects.equals(row.boardId, parent.getUUID("board_id"))) {
            throw Problem.invalid("board_id", "Must be the board of the parent");
        }
        row.boardId = parent.getUUID("board_id");
    }
}
