package io.deskgraph.tickets.comment;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.ticket.CommentState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.tickets.sql.Times;
import io.deskgraph.tickets.ticket.TicketRevisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Changes and deletes comments. */
@ApplicationScoped
class CommentEdits {

    private final TicketRevisions tickets;
    private final CommentRepository comments;
    private final CommentThreads threads;
    private final CommentJournal journal;
    private final Clock clock;

    CommentEdits(
            TicketRevisions tickets,
            CommentRepository comments,
            CommentThreads threads,
            CommentJournal journal,
            Clock clock) {
        this.tickets = tickets;
        this.comments = comments;
        this.threads = threads;
        this.journal = journal;
        this.clock = clock;
    }

    /** A comment on one ticket, and who acts on it under which condition. */
    record Target(UUID ticket, UUID comment, Caller by, IfMatch condition) {}

    Uni<CommentState> rewrite(Tx tx, Target target, String note) {
        return tickets.lock(tx, target.ticket()).chain(ticket -> comments.lock(tx, target.ticket(), target.comment())
                .invoke(comment -> requireOwn(comment, target.by()))
                .invoke(comment -> target.condition().require(comment.version()))
                .chain(comment -> comment.note().equals(note)
                        ? Uni.createFrom().item(comment)
                        : comments.rewrite(tx, target.comment(), note, Times.now(clock))
                                .call(after -> tickets.next(
                                                tx, ticket, target.by().userId())
                                        .chain(next -> journal.changed(tx, next, after)))));
    }

    /** With answers it keeps its place, empty; without any it is gone, and so are empty places that only it kept. */
    Uni<Void> delete(Tx tx, Target target) {
        return tickets.lock(tx, target.ticket()).chain(ticket -> comments.lock(tx, target.ticket(), target.comment())
                .invoke(comment -> requireMayDelete(comment, target.by()))
                .invoke(comment -> target.condition().require(comment.version()))
                .chain(comment -> comments.blank(tx, target.comment(), Times.now(clock)))
                .call(comment -> comments.removeUnanswered(tx, target.ticket(), target.comment())
                        .chain(gone -> threads.leave(tx, comment.threadId(), gone)))
                .chain(comment -> tickets.next(tx, ticket, target.by().userId())
                        .chain(next -> journal.deleted(tx, next, comment))));
    }

    private static void requireOwn(CommentState comment, Caller by) {
        if (comment.isSystemGenerated()) {
            throw Problem.forbidden("System-generated comments cannot be edited");
        }
        if (!by.userId().equals(comment.userId())) {
            throw Problem.forbidden("You can only edit your own comments");
        }
    }

    private static void requireMayDelete(CommentState comment, Caller by) {
        if (!by.userId().equals(comment.userId()) && !by.may(Permissions.TICKET_DELETE)) {
            throw Problem.forbidden("You can only delete your own comments");
        }
    }
}
