package io.deskgraph.assets.qr;

import io.deskgraph.kit.openapi.NeverAnswers;
import io.deskgraph.kit.request.OpenTo;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a phone shows that has scanned a code. Nothing is looked up, so the page cannot tell which tags there are. */
@Path("/a")
@Tag(name = "Codes and labels")
class ScanPageResource {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Inventory label</title>
            </head>
            <body>
            <h1>This is an inventory label</h1>
            <p>The thing it is on belongs to the organisation at this address. Found it? Please give it back to them.</p>
            <p>Members of the organisation find it by its tag in the service desk, once signed in.</p>
            </body>
            </html>
            """;

    @GET
    @Path("/{tag}")
    @Authenticated
    @OpenTo("everybody: the same page for every tag")
    @NeverAnswers(
            value = {"403", "404"},
            because = "Nobody lacks a permission, and there is no wrong tag")
    @Operation(
            summary = "The page behind a QR code",
            description = "The same small page for known and unknown tags. Needs no credential.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
    public Response page(@PathParam("tag") String tag) {
        return Response.ok(PAGE, "text/html;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
                .build();
    }
}
