package io.deskgraph.tickets.category;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param parentCategory makes it a subcategory, on its parent's board */
public record CategoryRequest(
        @NotBlank @Size(max = 255) String categoryName,
        @Nullable UUID parentCategory,
        @Nullable UUID boardId,
        @Nullable Integer displayOrder) {}
