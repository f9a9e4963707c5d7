package io.deskgraph.assets.category;

import io.deskgraph.assets.lookup.NumberedKind;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.lookup.Use;
import java.util.List;
import java.util.Map;

/** What categories are. */
final class Categories extends NumberedKind<Category, CategoryRequest, CategoryView> {

    static final Categories KIND = new Categories();

    private Categories() {
        super(Category.class, CategoryRequest.class, ReferenceState.CATEGORY);
    }

    @Override
    protected void fill(Category row, CategoryRequest request) {
        row.name = request.name().strip();
    }

    @Override
    public CategoryView view(Category row) {
        return CategoryView.of(row);
    }

    @Override
    protected Map<String, String> constraints() {
        return Map.of("categories_name_uk", "name");
    }

    @Override
    protected List<Use> uses() {
        return List.of(Use.of("assets", "category_id"));
    }
}
