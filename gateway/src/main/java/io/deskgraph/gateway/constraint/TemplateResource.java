package io.deskgraph.gateway.constraint;

import static io.deskgraph.contracts.Permissions.CONSTRAINT_CREATE;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many constraints at once, all or none. */
@Path("/auth/constraintsTemplateImport")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
class TemplateResource {

    private final Constraints constraints;
    private final Mutations mutations;
    private final Clock clock;

    TemplateResource(Constraints constraints, Mutations mutations, Clock clock) {
        this.constraints = constraints;
        this.mutations = mutations;
        this.clock = clock;
    }

    @POST
    @PermissionsAllowed(CONSTRAINT_CREATE)
    @Operation(
            summary = "Make constraints for a role from a template",
            description =
                    "`{{NAME}}` is replaced in all texts; `ROLE_NAME` has to be given, and its role need not exist."
                            + " The same template again makes the same constraints again.")
    @APIResponseSchema(Imported.class)
    public Uni<Response> post(TemplateRequest body) {
        return mutations.post(body, tx -> create(tx, Template.drafts(body)).map(Answer::ok));
    }

    private Uni<Imported> create(Tx tx, List<ConstraintDraft> drafts) {
        List<String> ids = drafts.stream().map(ConstraintDraft::identifier).toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Multi.createFrom()
                .iterable(drafts)
                .onItem()
                .transformToUniAndConcatenate(draft -> constraints.create(tx, draft))
                .collect()
                .last()
                .replaceWith(() -> new Imported(
                        true, "Imported " + ids.size() + " constraints successfully", ids.size(), ids, now));
    }

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Imported(
            boolean success, String message, int constraintsCreated, List<String> constraintIds, Instant timestamp) {}
}
