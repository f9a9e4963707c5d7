package io.deskgraph.assets.transfer;

import static io.deskgraph.contracts.Permissions.ASSET_READ;

import io.deskgraph.assets.inventory.InventoryQuery;
import io.deskgraph.kit.http.QueryParams;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** The inventory as a file. */
@Path("/api/assets")
@Tag(name = "Inventory files")
class ExportResource {

    private static final String CSV = "text/csv";
    private static final Map<String, List<String>> HEADERS = Map.of(
            HttpHeaders.CONTENT_TYPE, List.of("text/csv;charset=UTF-8"),
            HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"assets.csv\""));

    private final Exports exports;
    private final InventoryQuery list;
    private final QueryParams query;

    ExportResource(Exports exports, InventoryQuery list, QueryParams query) {
        this.exports = exports;
        this.list = list;
        this.query = query;
    }

    @GET
    @Path("/export/csv")
    @Produces(CSV)
    @PermissionsAllowed(ASSET_READ)
    @Operation(
            summary = "Export assets as CSV",
            description = "The list's filters and sorts; the header row names the import's columns. Cells that a"
                    + " spreadsheet would run get an apostrophe in front unless profile=exact.")
    @Parameter(name = "profile", description = "spreadsheet (default) or exact")
    @Parameter(name = "bom", description = "true puts a byte order mark in front")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "asset_tag,name,database_id\r\nLAP-1,Laptop,default\r\n"))
    @APIResponse(responseCode = "503", description = "Too many exports are running; Retry-After says when to try again")
    public Multi<byte[]> export(@Context RoutingContext exchange) {
        var assets = list.read();
        ExportForm form = query.read(ExportForm::read);
        return RestMulti.fromUniResponse(
                exports.open(assets, form), export -> exports.stream(export, exchange), export -> HEADERS);
    }
}
