package io.deskgraph.assets.inventory;

import static io.deskgraph.contracts.Permissions.ASSET_READ;

import io.deskgraph.assets.asset.AssetStatistics;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many assets there are of what. */
@Path("/api/assets/stats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
class StatsResource {

    private final AssetStatistics statistics;
    private final InventoryQuery query;

    StatsResource(AssetStatistics statistics, InventoryQuery query) {
        this.statistics = statistics;
        this.query = query;
    }

    @GET
    @PermissionsAllowed(ASSET_READ)
    @Operation(summary = "Count assets by status, category and location", description = "The list's filters apply.")
    public Uni<AssetStatistics.Sums> stats() {
        return statistics.of(query.criteria(), query.today());
    }
}
