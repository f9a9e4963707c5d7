package io.deskgraph.assets.label;

import static io.deskgraph.contracts.Permissions.ASSET_READ;

import io.deskgraph.assets.asset.AssetKey;
import io.deskgraph.assets.qr.PublicHost;
import io.deskgraph.assets.qr.ScanAddress;
import io.deskgraph.assets.qr.ScanAddresses;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Labels to print. */
@Path("/api/assets")
@Tag(name = "Codes and labels")
class LabelResource {

    private static final String PDF = "application/pdf";
    private static final int MOST = 10 * LabelSheet.PER_PAGE;

    private final ScanAddresses addresses;
    private final QueryParams query;

    LabelResource(ScanAddresses addresses, QueryParams query) {
        this.addresses = addresses;
        this.query = query;
    }

    @GET
    @Path("/labels.pdf")
    @PermissionsAllowed(ASSET_READ)
    @Operation(
            summary = "Print labels",
            description = "A4, three by eight to a page, in the order of ids; an id given twice gives two labels.")
    @Parameter(name = "ids", description = "1 to 240 ids, integers or UUIDs, separated by commas", required = true)
    @APIResponse(
            responseCode = "200",
            description = "The sheets",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "One of the assets does not exist; the text names it")
    public Uni<Response> labels(@Context HttpServerRequest client) {
        List<AssetKey> keys = keys(query.read(reader -> reader.texts("ids")));
        String host = PublicHost.of(client);
        return addresses
                .find(values(keys, UUID.class), values(keys, Long.class))
                .map(found -> keys.stream().map(key -> label(key, found, host)).toList())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(LabelSheet::draw)
                .map(LabelResource::answer);
    }

    private static List<AssetKey> keys(@Nullable List<String> ids) {
        if (ids == null || ids.isEmpty() || ids.size() > MOST) {
            throw Problem.invalid("ids", "Must be 1 to " + MOST + " ids");
        }
        return ids.stream().map(id -> AssetKey.numberOrUuid(id.strip())).toList();
    }

    private static <T> List<T> values(List<AssetKey> keys, Class<T> type) {
        return keys.stream()
                .map(AssetKey::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Label label(AssetKey key, List<ScanAddress> found, String host) {
        return found.stream()
                .filter(address ->
                        key.value().equals(address.asset()) || key.value().equals(address.number()))
                .findFirst()
                .map(address -> new Label(address.url(host), address.assetTag(), address.name()))
                .orElseThrow(() -> Problem.notFound("Asset " + key.value() + " not found"));
    }

    private static Response answer(byte[] sheets) {
        return Response.ok(sheets, PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"labels.pdf\"")
                .build();
    }
}
