package io.deskgraph.kit.sample;

import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Cursor;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.OptionalBody;
import io.deskgraph.kit.http.PageRequest;
import io.deskgraph.kit.http.Pagination;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.kit.request.OpenTo;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Path("/parcels")
@Produces(MediaType.APPLICATION_JSON)
class ParcelResource {

    private final CurrentRequest current;
    private final QueryParams query;
    private final ETags tags;

    ParcelResource(CurrentRequest current, QueryParams query, ETags tags) {
        this.current = current;
        this.query = query;
        this.tags = tags;
    }

    @GET
    @PermissionsAllowed("parcel:read")
    public Uni<Response> list() {
        ParcelQuery asked = query.read(ParcelQuery::of);
        PageRequest page = asked.page();
        Response.ResponseBuilder answer =
                Response.ok(DataEnvelope.page(List.of(asked.toString()), Pagination.full(page, 95)));
        query.links().pages(page, 95).header().ifPresent(link -> answer.header("Link", link));
        return Uni.createFrom().item(answer.build());
    }

    @GET
    @Path("after")
    @PermissionsAllowed("parcel:read")
    public Uni<Response> after() {
        String sent = query.read(reader -> reader.text("cursor"));
        Cursor cursor = Cursor.decode(String.valueOf(sent), "entered_at", 2);
        return Uni.createFrom()
                .item(Response.ok(Map.of("id", cursor.uuid(1), "at", cursor.instant(0)))
                        .build());
    }

    @GET
    @Path("one")
    @PermissionsAllowed("parcel:read")
    public Uni<Response> one() {
        Rendered rendered = tags.render(7, Map.of("name", "one"));
        return Uni.createFrom()
                .item(Answer.ok(DataEnvelope.of(rendered))
                        .tagged(rendered.tag())
                        .toResponse());
    }

    @PUT
    @Path("one")
    @PermissionsAllowed("parcel:update")
    public Uni<Response> change(@HeaderParam("If-Match") @Nullable String ifMatch) {
        ETags.ifMatch(ifMatch).require(7);
        return Uni.createFrom().item(Response.ok(Map.of("name", "one")).build());
    }

    @POST
    @PermissionsAllowed("parcel:create")
    public Uni<Parcel> create(@Valid Parcel parcel) {
        return Uni.createFrom().item(parcel);
    }

    @POST
    @Path("optional")
    @PermissionsAllowed("parcel:create")
    public Uni<Map<String, Object>> optional(@OptionalBody @Nullable Parcel parcel) {
        return Uni.createFrom().item(Map.of("given", parcel != null));
    }

    @POST
    @Path("thread")
    @PermissionsAllowed("parcel:create")
    public Uni<Map<String, Object>> thread(Landing landing) {
        return Uni.createFrom()
                .item(Map.of("read", landing.readOnEventLoop(), "handled", Context.isOnEventLoopThread()));
    }

    @DELETE
    @Path("one")
    @PermissionsAllowed("parcel:read")
    @PermissionsAllowed("parcel:delete")
    public Uni<Response> remove() {
        return Uni.createFrom().item(Answer.noContent().toResponse());
    }

    @GET
    @Path("me")
    @PermissionsAllowed("parcel:read")
    public Uni<Map<String, Object>> me() {
        Map<String, Object> me = new LinkedHashMap<>();
        me.put("tenant", current.tenantId());
        me.put("slug", current.caller().tenantSlug());
        me.put("user", current.caller().userId());
        me.put("name", current.caller().name());
        me.put("actor", current.caller().actorType());
        me.put("msp", current.caller().msp());
        me.put("request", current.requestId());
        me.put("may", current.caller().may("parcel:read"));
        return Uni.createFrom().item(me);
    }

    @GET
    @Path("open")
    @PermitAll
    @OpenTo("the sample of an open operation")
    public Uni<Map<String, Object>> open() {
        return Uni.createFrom().item(Map.of("known", current.hasCaller()));
    }

    @GET
    @Path("forgotten")
    public Uni<String> forgotten() {
        return Uni.createFrom().item("never answered");
    }

    @GET
    @Path("refused")
    @PermissionsAllowed("parcel:read")
    public Uni<Response> refused() {
        return Uni.createFrom()
                .failure(Problem.conflict("Parcel is locked", Map.of("locked_fields", List.of("short_name")))
                        .header("Retry-After", "3"));
    }
}
