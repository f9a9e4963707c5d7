package io.deskgraph.kit.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.util.UUID;
import org.hibernate.HibernateException;
import org.jboss.resteasy.reactive.RestPath;

/** Fails in every way a service can. */
@Path("/failures")
class FailureResource {

    private final ObjectMapper json;

    FailureResource(ObjectMapper json) {
        this.json = json;
    }

    @GET
    @Path("sql/{state}")
    @PermissionsAllowed("parcel:read")
    public Uni<Response> sql(@RestPath String state) {
        return Uni.createFrom().failure(new PgException("secret table name", "ERROR", state, "secret detail"));
    }

    @GET
    @Path("wrapped/{state}")
    @PermissionsAllowed("parcel:read")
    public Uni<Response> wrapped(@RestPath String state) {
        PgException cause = new PgException("secret table name", "ERROR", state, "secret detail");
        return Uni.createFrom().failure(new HibernateException("secret statement", cause));
    }

    @GET
    @Path("connection")
    @PermissionsAllowed("parcel:read")
    public Uni<Response> connection() {
        return Uni.createFrom().failure(new ConnectException("secret host"));
    }

    @GET
    @Path("bug")
    @PermissionsAllowed("parcel:read")
    public Uni<Response> bug() {
        throw new IllegalStateException("secret state");
    }

    @GET
    @Path("own-json")
    @PermissionsAllowed("parcel:read")
    public Uni<Object> ownJson() throws JsonProcessingException {
        return Uni.createFrom().item(json.readValue("\"secret\"", UUID.class));
    }
}
