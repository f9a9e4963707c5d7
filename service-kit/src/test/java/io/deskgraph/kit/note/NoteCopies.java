package io.deskgraph.kit.note;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.CopyTable;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps a copy of each note and counts how often one was really applied. */
@ApplicationScoped
public class NoteCopies implements EventHandler {

    @Override
    public String topic() {
        return Topics.BUNDLES;
    }

    @Override
    public List<CopyTable> copies() {
        return List.of(CopyTable.of("note_copies", "copy.id"));
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        return tx.sql(
                        """
                        INSERT INTO note_copies (tenant_id, id, text) VALUES ($1, $2, $3)
                        ON CONFLICT ON CONSTRAINT note_copies_pk
                        DO UPDATE SET text = excluded.text, applied = note_copies.applied + 1""",
                        tx.tenant(),
                        event.subject(),
                        event.after().path("text").textValue())
                .replaceWithVoid();
    }
}
