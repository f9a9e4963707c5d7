package io.deskgraph.gateway.about;

import io.deskgraph.kit.request.OpenTo;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The release, for clients that adapt to it. */
@Path("/api/version")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reference")
class VersionResource {

    private final String version;

    VersionResource(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    @GET
    @PermitAll
    @Operation(summary = "The release")
    @OpenTo("Clients ask for the release before they have a key")
    public VersionView version() {
        return new VersionView(version);
    }

    /** The answer. */
    public record VersionView(String version) {}
}
