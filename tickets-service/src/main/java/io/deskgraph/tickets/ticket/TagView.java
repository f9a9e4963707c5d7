package io.deskgraph.tickets.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tag as tickets show it. */
public record TagView(
        UUID tagId,
        String tagText,
        @Nullable String backgroundColor,
        @Nullable String textColor) {}
