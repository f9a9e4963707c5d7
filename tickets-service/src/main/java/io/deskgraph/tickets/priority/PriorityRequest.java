package io.deskgraph.tickets.priority;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

public record PriorityRequest(
        @NotBlank @Size(max = 255) String priorityName,
        @Nullable @Size(max = 1000) String description,
        @Nullable Integer orderNumber,

        @Nullable @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "must be #RRGGBB")
        String color,

        @Nullable @Pattern(regexp = "ticket|project_task", message = "must be ticket or project_task")
        String itemType) {}
