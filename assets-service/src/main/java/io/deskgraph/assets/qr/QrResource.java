package io.deskgraph.assets.qr;

import io.deskgraph.assets.asset.AssetKey;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.openapi.NeverAnswers;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.OpenTo;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Codes of assets. */
@Path("/api/assets")
@Tag(name = "Codes and labels")
class QrResource {

    private static final String CACHE = "public, max-age=86400";

    private final ScanAddresses addresses;
    private final QueryParams query;

    QrResource(ScanAddresses addresses, QueryParams query) {
        this.addresses = addresses;
        this.query = query;
    }

    @GET
    @Path("/{id}/qr")
    @Authenticated
    @OpenTo("everybody: the code is on the thing; the gateway asks for no credential here and limits each address")
    @NeverAnswers(value = "403", because = "Nobody lacks a permission")
    @Operation(
            summary = "Get an asset's QR code",
            description = "Leads to the asset's page; id is the integer or the UUID. Needs no credential.")
    @Parameter(name = "size", description = "Pixels of a side, 100 to 1000; 200 unless given")
    @Parameter(name = "format", description = "png (default) or svg")
    @APIResponse(
            responseCode = "200",
            description = "The image",
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/svg+xml", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "The image is the one that If-None-Match names")
    @APIResponse(responseCode = "404", description = "No such asset")
    public Uni<Response> code(@PathParam("id") String id, @Context HttpServerRequest client) {
        AssetKey key = AssetKey.numberOrUuid(id);
        QrForm form = query.read(QrForm::read);
        String host = PublicHost.of(client);
        return addresses
                .find(key)
                .map(found -> found.stream().findFirst().orElseThrow(() -> Problem.notFound("Asset not found")))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(address -> image(new QrCode(address.url(host)), form));
    }

    private static Response image(QrCode code, QrForm form) {
        byte[] image = form.draw(code);
        return Response.ok(image, form.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, CACHE)
                .header(HttpHeaders.ETAG, ETags.of(1, image))
                .build();
    }
}
