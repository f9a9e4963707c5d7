package io.deskgraph.tickets.document;

import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.request.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** An upload from its first byte to its answer: the list of unowned files, the bytes, then the document. */
@ApplicationScoped
class Uploads {

    private final UnownedFiles unowned;
    private final UploadReader reader;
    private final DocumentService documents;
    private final Mutations mutations;
    private final ETags tags;

    Uploads(UnownedFiles unowned, UploadReader reader, DocumentService documents, Mutations mutations, ETags tags) {
        this.unowned = unowned;
        this.reader = reader;
        this.documents = documents;
        this.mutations = mutations;
        this.tags = tags;
    }

    /** Goes on to its end when the sender has gone, so that what was begun is also cleared away. */
    Uni<Response> take(HttpServerRequest request, UUID ticket, Caller by) {
        return Uni.createFrom()
                .emitter(emitter -> store(request, ticket, by).subscribe().with(emitter::complete, emitter::fail));
    }

    private Uni<Response> store(HttpServerRequest request, UUID ticket, Caller by) {
        return unowned.reserve(by.tenantId(), ticket).chain(file -> reader.read(request, file.path())
                .chain(upload -> attach(ticket, by, file, upload))
                .onFailure()
                .call(() -> unowned.release(file).onFailure().recoverWithNull()));
    }

    /** A repeated key gets the first answer again; what it has sent this time is nobody's. */
    private Uni<Response> attach(UUID ticket, Caller by, StoredFile file, Upload upload) {
        AtomicBoolean attached = new AtomicBoolean();
        return mutations
                .post(upload, tx -> documents
                        .attach(tx, ticket, by.userId(), file, upload)
                        .invoke(() -> attached.set(true))
                        .map(this::created))
                .call(() -> attached.get() ? Uni.createFrom().voidItem() : unowned.release(file));
    }

    private Answer created(DocumentView document) {
        Rendered view = tags.render(1, document);
        return Answer.of(201, DataEnvelope.of(view)).tagged(view.tag());
    }
}
