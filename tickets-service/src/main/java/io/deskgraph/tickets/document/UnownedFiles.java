package io.deskgraph.tickets.document;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.sql.Times;
import io.deskgraph.tickets.ticket.TicketRevisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * The list of bytes that no document owns. A file is put on it in a transaction of its own before it is written, and is
 * taken off by the transaction that makes its document; in between it falls due when the upload has had its time. So a
 * crash at any moment leaves either a document with its bytes, or bytes that are still on the list.
 */
@ApplicationScoped
class UnownedFiles {

    private static final String PUT_ON =
            "INSERT INTO unowned_files (tenant_id, file_id, storage_path, due_at) VALUES ($1, $2, $3, $4)";

    private static final String TAKE_OFF = "DELETE FROM unowned_files WHERE tenant_id = $1 AND file_id = $2";

    private static final String MAKE_DUE =
            "UPDATE unowned_files SET due_at = $3 WHERE tenant_id = $1 AND file_id = $2 AND due_at > $3";

    private final Transactions transactions;
    private final TicketRevisions tickets;
    private final Sweeper sweeper;
    private final Duration deadline;
    private final Clock clock;

    UnownedFiles(
            Transactions transactions, TicketRevisions tickets, Sweeper sweeper, DocumentConfig config, Clock clock) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.sweeper = sweeper;
        this.deadline = config.uploadDeadline();
        this.clock = clock;
    }

    /** Committed when it completes; 404 where there is no such ticket. */
    Uni<StoredFile> reserve(UUID tenant, UUID ticket) {
        StoredFile file = StoredFile.next(tenant);
        return transactions
                .run(tenant, tx -> tickets.require(tx, ticket)
                        .chain(() -> tx.sql(
                                PUT_ON,
                                tenant,
                                file.id(),
                                file.path(),
                                Times.at(Times.now(clock).plus(deadline)))))
                .replaceWith(file);
    }

    /** In the transaction that makes the document. Whoever comes too late has lost the bytes. */
    Uni<Void> own(Tx tx, StoredFile file) {
        return tx.sql(TAKE_OFF, tx.tenant(), file.id())
                .invoke(taken -> requireThere(taken.rowCount()))
                .replaceWithVoid();
    }

    /** There will be no document: the bytes may go at once. */
    Uni<Void> release(StoredFile file) {
        return transactions
                .run(file.tenant(), tx -> tx.sql(MAKE_DUE, file.tenant(), file.id(), Times.at(Times.now(clock))))
                .invoke(sweeper::wake)
                .replaceWithVoid();
    }

    private static void requireThere(int taken) {
        if (taken == 0) {
            throw UploadReader.tooSlow();
        }
    }
}
