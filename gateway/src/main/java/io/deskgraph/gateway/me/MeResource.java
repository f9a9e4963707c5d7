package io.deskgraph.gateway.me;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.kit.request.OpenTo;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's tenant, user, rights and credential. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
class MeResource {

    private static final String SELECT = """
            SELECT t.slug, t.name AS tenant_name, u.email, u.first_name, u.last_name, u.user_type, k.expires_at, k.scopes
            FROM tenants t
            LEFT JOIN users u ON u.tenant_id = t.tenant_id AND u.id = $2
            LEFT JOIN api_keys k ON k.tenant_id = t.tenant_id AND k.id = $3
            WHERE t.tenant_id = $1""";

    private final Transactions transactions;
    private final CurrentRequest request;
    private final JsonWebToken token;

    MeResource(Transactions transactions, CurrentRequest request, JsonWebToken token) {
        this.transactions = transactions;
        this.request = request;
        this.token = token;
    }

    @GET
    @Authenticated
    @OpenTo("Whoever calls may know who they are")
    @Operation(summary = "Who am I")
    @APIResponseSchema(MeAnswer.class)
    public Uni<DataEnvelope<Me>> get() {
        Caller caller = request.caller();
        UUID key = token.getClaim("key") == null
                ? null
                : UUID.fromString(token.getClaim("key").toString());
        return transactions
                .read(SELECT, caller.tenantId(), caller.userId(), key)
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.notFound("Tenant not found");
                    }
                    return me(rows.iterator().next(), caller, key);
                })
                .map(DataEnvelope::of);
    }

    private static Me me(Row row, Caller caller, @Nullable UUID key) {
        OffsetDateTime expires = row.getOffsetDateTime("expires_at");
        String[] scopes = row.getArrayOfStrings("scopes");
        return new Me(
                new MyTenant(caller.tenantId(), row.getString("slug"), row.getString("tenant_name")),
                new MySelf(
                        caller.userId(),
                        row.getString("email"),
                        row.getString("email"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("user_type")),
                caller.roles().stream().sorted().toList(),
                caller.permissions().stream().sorted().toList(),
                new MyCredential(
                        key == null ? "token" : "api_key",
                        key,
                        expires == null ? null : expires.toInstant(),
                        scopes == null ? null : List.of(scopes)));
    }

    record MeAnswer(Me data) {}

    record Me(MyTenant tenant, MySelf user, List<String> roles, List<String> permissions, MyCredential credential) {}

    record MyTenant(UUID tenantId, String slug, String name) {}

    record MySelf(
            UUID userId,
            @Nullable String username,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String userType) {}

    record MyCredential(
            String type,
            @Nullable UUID apiKeyId,
            @Nullable Instant expiresAt,
            @Nullable List<String> scopes) {}
}
