package io.deskgraph.tickets.category;

import io.deskgraph.kit.lookup.LookUp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "categories")
public class Category extends LookUp {

    @Column(name = "category_name", nullable = false)
    public String categoryName;

    @Column(name = "parent_category")
    public @Nullable UUID parentCategory;

    @Column(name = "board_id")
    public @Nullable UUID boardId;

    @Column(name = "display_order", nullable = false)
    public int displayOrder;
}
