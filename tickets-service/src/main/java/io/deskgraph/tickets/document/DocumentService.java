package io.deskgraph.tickets.document;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.sql.Times;
import io.deskgraph.tickets.ticket.TicketRevisions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Attaches documents to tickets, reads them and takes them away. */
@ApplicationScoped
class DocumentService {

    private final Transactions transactions;
    private final TicketRevisions tickets;
    private final DocumentRepository documents;
    private final UnownedFiles unowned;
    private final DocumentJournal journal;
    private final DocumentStore store;
    private final Clock clock;

    DocumentService(
            Transactions transactions,
            TicketRevisions tickets,
            DocumentRepository documents,
            UnownedFiles unowned,
            DocumentJournal journal,
            DocumentStore store,
            Clock clock) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.documents = documents;
        this.unowned = unowned;
        this.journal = journal;
        this.store = store;
        this.clock = clock;
    }

    /** A document and its bytes on their way. */
    record Content(DocumentView document, Multi<Buffer> bytes) {}

    Uni<List<AttachedDocument>> list(UUID ticket) {
        return transactions.run(tx -> tickets.require(tx, ticket).chain(() -> documents.list(tx, ticket)));
    }

    /** 404 also where the document is known and its bytes are not. */
    Uni<Content> content(UUID ticket, UUID document) {
        return transactions
                .run(tx -> tickets.require(tx, ticket).chain(() -> documents.find(tx, ticket, document)))
                .chain(found -> found.storagePath() == null
                        ? Uni.createFrom().failure(DocumentRepository.notFound())
                        : store.read(found.storagePath()).map(bytes -> new Content(found, bytes)))
                .onFailure(DocumentStore.Missing.class)
                .transform(missing -> DocumentRepository.notFound());
    }

    Uni<DocumentView> attach(Tx tx, UUID ticket, UUID by, StoredFile file, Upload upload) {
        return tickets.lock(tx, ticket).call(() -> unowned.own(tx, file)).chain(locked -> documents
                .insert(tx, ticket, by, file, upload, Times.now(clock))
                .call(document -> tickets.next(tx, locked, by).chain(after -> journal.attached(tx, after, document))));
    }

    Uni<DocumentView> remove(Tx tx, UUID ticket, UUID document, UUID by) {
        return tickets.lock(tx, ticket).chain(locked -> documents
                .find(tx, ticket, document)
                .call(found -> documents.detach(tx, ticket, document))
                .call(found -> tickets.next(tx, locked, by).chain(after -> journal.removed(tx, after, found))));
    }
}
