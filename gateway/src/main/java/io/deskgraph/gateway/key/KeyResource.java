package io.deskgraph.gateway.key;

import static io.deskgraph.contracts.Permissions.API_KEY_CREATE;
import static io.deskgraph.contracts.Permissions.API_KEY_DELETE;
import static io.deskgraph.contracts.Permissions.API_KEY_READ;
import static io.deskgraph.contracts.Permissions.API_KEY_UPDATE;

import io.deskgraph.gateway.key.KeyView.KeyAnswer;
import io.deskgraph.gateway.key.KeyView.NewKeyAnswer;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.OptionalBody;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's API keys. */
@Path(KeyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
class KeyResource {

    static final String PATH = "/api/v1/api-keys";

    private static final int DEFAULT_OVERLAP = 3_600;
    private static final int MAX_OVERLAP = 30 * 24 * 3_600;

    private final Transactions transactions;
    private final KeyService service;
    private final Mutations mutations;
    private final ETags tags;

    KeyResource(Transactions transactions, KeyService service, Mutations mutations, ETags tags) {
        this.transactions = transactions;
        this.service = service;
        this.mutations = mutations;
        this.tags = tags;
    }

    @GET
    @PermissionsAllowed(API_KEY_READ)
    @Operation(
            summary = "List keys",
            description = "Newest first; without the keys themselves, and without revoked ones.")
    @APIResponseSchema(KeysAnswer.class)
    public Uni<KeysAnswer> list() {
        return transactions
                .run(tx -> tx.sql(KeyTable.SELECT + " ORDER BY k.id DESC", tx.tenant()))
                .map(KeyTable::keys)
                .map(keys -> new KeysAnswer(keys.stream().map(KeyView::of).toList()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(API_KEY_READ)
    @Operation(summary = "Get a key", description = "Without the key itself.")
    @APIResponseSchema(KeyAnswer.class)
    public Uni<Response> get(@PathParam("id") String id) {
        UUID key = Ids.parse("API key", id);
        return transactions
                .run(tx -> tx.sql(KeyTable.SELECT + " AND k.id = $2", tx.tenant(), key))
                .map(KeyTable::keys)
                .map(found -> found.stream().findFirst().orElseThrow(KeyService::notFound))
                .map(found -> answer(found).toResponse());
    }

    @POST
    @PermissionsAllowed(API_KEY_CREATE)
    @Operation(
            summary = "Create a key",
            description = "The answer is the only place where the key is ever shown; a repeat under the same"
                    + " Idempotency-Key comes without it. A key may do what its owner may, narrowed by its scopes, and never"
                    + " more than whoever makes it.")
    @APIResponseSchema(value = NewKeyAnswer.class, responseCode = "201")
    public Uni<Response> create(KeyRequest body) {
        return mutations.post(body, tx -> service.create(tx, body)
                .map(key -> Answer.created(PATH + "/" + key.apiKeyId(), new NewKeyAnswer(key))));
    }

    @PATCH
    @Path("/{id}")
    @PermissionsAllowed(API_KEY_UPDATE)
    @Operation(summary = "Change a key", description = "Name, scopes, addresses and expiry; absent members stay.")
    @APIResponseSchema(KeyAnswer.class)
    public Uni<Response> update(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = KeyRequest.class)))
                    Sent<KeyRequest> body) {
        UUID key = Ids.parse("API key", id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(tx -> service.update(tx, key, body, condition).map(this::answer));
    }

    @POST
    @Path("/{id}/rotate")
    @PermissionsAllowed(API_KEY_UPDATE)
    @Operation(
            summary = "Replace a key",
            description =
                    "The new one is in the answer and nowhere else. The one before works for `overlap_seconds` more,"
                            + " an hour unless told otherwise.")
    @APIResponseSchema(NewKeyAnswer.class)
    public Uni<Response> rotate(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @OptionalBody @Nullable RotateRequest body) {
        UUID key = Ids.parse("API key", id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        Duration overlap = overlap(body);
        return mutations.post(body, tx -> service.rotate(tx, key, overlap, condition)
                .map(rotated -> Answer.ok(new NewKeyAnswer(rotated))));
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(API_KEY_DELETE)
    @Operation(summary = "Revoke a key", description = "It is refused everywhere within a second.")
    @APIResponse(responseCode = "204", description = "Revoked")
    public Uni<Response> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UUID key = Ids.parse("API key", id);
        IfMatch condition = ETags.ifMatch(ifMatch);
        return mutations.change(tx -> service.revoke(tx, key, condition).replaceWith(Answer::noContent));
    }

    private Answer answer(StoredKey key) {
        var view = tags.render(key.state().version(), KeyView.of(key));
        return Answer.ok(DataEnvelope.of(view)).tagged(view.tag());
    }

    private static Duration overlap(@Nullable RotateRequest body) {
        int seconds = body == null || body.overlapSeconds() == null ? DEFAULT_OVERLAP : body.overlapSeconds();
        if (seconds < 0 || seconds > MAX_OVERLAP) {
            throw Problem.invalid("overlap_seconds", "Must be from 0 to " + MAX_OVERLAP);
        }
        return Duration.ofSeconds(seconds);
    }

    record RotateRequest(@Schema(example = "3600") @Nullable Integer overlapSeconds) {}

    record KeysAnswer(List<KeyView> data) {}
}
