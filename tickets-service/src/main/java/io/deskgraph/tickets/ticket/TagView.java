package io.deskgraph.tickets.ticket;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tag as tickets show it. */
@Schema(name = "TagView")
public record TagView(
        UUID tagId,
        String tagText,
        @Nullable String backgroundColor,
        @Nullable String textColor) {}
