package io.deskgraph.assets.category;

import io.deskgraph.assets.lookup.Texts;
import org.jspecify.annotations.Nullable;

/** What the API accepts of a category. */
record CategoryRequest(@Nullable String name) {

    Category fresh() {
        Category row = new Category();
        row.name = Texts.required("name", name);
        return row;
    }
}
