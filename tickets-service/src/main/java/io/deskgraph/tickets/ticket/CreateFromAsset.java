package io.deskgraph.tickets.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket about an asset. */
public record CreateFromAsset(
        @NotBlank @Size(max = 255) String title,
        @NotNull UUID assetId,
        @NotNull UUID clientId,
        @NotNull UUID boardId,
        @NotNull UUID statusId,
        @NotNull UUID priorityId,
        @Nullable String description,
        @Nullable UUID contactNameId,
        @Nullable UUID categoryId) {

    /** Together with the attribute it tells whoever keeps links that one is owed. */
    static final String SOURCE = "asset";

    private static final String ASSET = "created_from_asset";
    private static final String DESCRIPTION = "description";

    TicketDraft draft() {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put(ASSET, assetId.toString());
        if (description != null) {
            attributes.put(DESCRIPTION, description);
        }
        return TicketDraft.of(new CreateTicket(
                title,
                clientId,
                boardId,
                statusId,
                priorityId,
                null,
                null,
                contactNameId,
                categoryId,
                null,
                null,
                null,
                attributes,
                null));
    }
}
