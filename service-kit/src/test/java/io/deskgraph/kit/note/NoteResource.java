package io.deskgraph.kit.note;

import io.deskgraph.contracts.Fact;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.outbox.Outbox;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Notes: written over the SQL client or over a session, and listed by a query that forgets its tenant on purpose. */
@Path("/notes")
public class NoteResource {

    static final String TYPE = "io.deskgraph.reference.changed.v1";

    private final Mutations mutations;
    private final Transactions transactions;
    private final Outbox outbox;
    private final NoteRepository notes;

    NoteResource(Mutations mutations, Transactions transactions, Outbox outbox, NoteRepository notes) {
        this.mutations = mutations;
        this.transactions = transactions;
        this.outbox = outbox;
        this.notes = notes;
    }

    public record NewNote(String text, Integer slowMillis) {}

    public record NoteView(UUID noteId, String text) {}

    @POST
    @PermissionsAllowed("note:create")
    public Uni<Response> create(NewNote body) {
        return mutations.post(body, tx -> insert(tx, body));
    }

    @POST
    @Path("/session")
    @PermissionsAllowed("note:create")
    public Uni<Response> createInSession(NewNote body) {
        return mutations.postSession(body, tx -> persist(tx, body));
    }

    @GET
    @PermissionsAllowed("note:read")
    public Uni<List<String>> list() {
        return transactions.read("SELECT text FROM notes ORDER BY text").map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getString("text"))
                .toList());
    }

    @GET
    @Path("/session")
    @PermissionsAllowed("note:read")
    public Uni<List<String>> listInSession() {
        return transactions.session(tx -> notes.listAll()
                .map(found -> found.stream().map(note -> note.text).sorted().toList()));
    }

    private Uni<Answer> insert(Tx tx, NewNote body) {
        UUID id = Ids.next();
        double seconds = body.slowMillis() == null ? 0 : body.slowMillis() / 1000.0;
        return tx.sql("INSERT INTO notes (tenant_id, id, text) VALUES ($1, $2, $3)", tx.tenant(), id, body.text())
                .chain(() -> tx.sql("SELECT pg_sleep($1)", seconds))
                .chain(() -> outbox.append(tx, created(id, body)))
                .replaceWith(Answer.created("/notes/" + id, new NoteView(id, body.text())));
    }

    private Uni<Answer> persist(Tx tx, NewNote body) {
        Note note = new Note();
        note.tenantId = tx.tenant();
        note.id = Ids.next();
        note.text = body.text();
        return notes.persist(note)
                .chain(() -> outbox.append(tx, created(note.id, body)))
                .replaceWith(() -> Answer.created("/notes/" + note.id, new NoteView(note.id, note.text)));
    }

    private static Fact created(UUID id, NewNote body) {
        return Fact.of(Topics.BUNDLES, TYPE, id, 1, Map.of("after", Map.of("text", body.text())));
    }
}
