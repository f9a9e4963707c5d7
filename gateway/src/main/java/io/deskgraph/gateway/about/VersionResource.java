package io.deskgraph.gateway.about;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.Produces;
import io.deskgraph.kit.request.OpenTo;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The release, for clients that adapt to it. */
@Path("/api/version")
@Produces(MediaType.APPLICATION_JSON)
class VersionResource {

    private final String version;

    VersionResource(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    @GET
    @PermitAll
    @OpenTo("Clients ask for the release before they have a key")
    public VersionView version() {
        return new VersionView(version);
    }

    /** The answer. */
    public record VersionView(String version) {}
}
