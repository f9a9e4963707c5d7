package io.deskgraph.tickets.bundle;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.contracts.ticket.BundleState;
import java.util.List;
import java.util.UUID;

/** What changes of bundles answer. All but the settings are in camel case, unlike the rest of the API. */
final class BundleResults {

    private BundleResults() {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    public record Created(UUID masterTicketId, List<UUID> childTicketIds, String mode) {}

    /** @param childTicketIds those that the request is about */
    @JsonNaming(LowerCamelCaseStrategy.class)
    public record Children(UUID masterTicketId, List<UUID> childTicketIds) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    public record Removed(UUID masterTicketId, UUID childTicketId, int remainingChildren) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    public record Promoted(UUID oldMasterTicketId, UUID newMasterTicketId) {}

    public record Settings(UUID masterTicketId, String mode, boolean reopenOnChildReply) {

        static Settings of(BundleState bundle) {
            return new Settings(bundle.masterTicketId(), bundle.mode(), bundle.reopenOnChildReply());
        }
    }
}
