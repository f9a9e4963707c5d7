package io.deskgraph.tickets.status;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param orderNumber its place on the board; behind all others when absent */
public record StatusRequest(
        @NotBlank @Size(max = 255) String name,

        @NotNull
        @Pattern(
                regexp = "ticket|project|project_task|interaction",
                message = "must be ticket, project, project_task or interaction")
        String statusType,

        @Nullable UUID boardId,
        @Nullable Boolean isClosed,
        @Nullable Boolean isDefault,
        @Nullable Integer orderNumber,

        @Nullable @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "must be #RRGGBB")
        String color,

        @Nullable @Size(max = 50) String icon) {}
