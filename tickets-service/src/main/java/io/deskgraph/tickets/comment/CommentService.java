package io.deskgraph.tickets.comment;

import io.deskgraph.contracts.ticket.CommentState;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.ticket.TicketRevisions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds comments, by people or by the system. */
@ApplicationScoped
public class CommentService {

    private static final String AWAITING_CLIENT = "awaiting_client";

    private final TicketRevisions tickets;
    private final CommentThreads threads;
    private final CommentRepository comments;
    private final CommentJournal journal;
    private final List<CommentFollower> followers;

    CommentService(
            TicketRevisions tickets,
            CommentThreads threads,
            CommentRepository comments,
            CommentJournal journal,
            @All List<CommentFollower> followers) {
        this.tickets = tickets;
        this.threads = threads;
        this.comments = comments;
        this.journal = journal;
        this.followers = followers;
    }

    /**
     * One comment, one version of the ticket, one event, one line of its history. 404 where there is no such ticket or
     * parent.
     */
    public Uni<CommentState> add(Tx tx, UUID ticket, Author author, NewComment comment) {
        return (author.isSystem() ? Uni.createFrom().voidItem() : each(follower -> follower.before(tx, ticket)))
                .chain(() -> tickets.lock(tx, ticket))
                .chain(locked -> threads.place(tx, locked, author, comment)
                        .chain(place -> comments.insert(tx, ticket, author, comment, place))
                        .call(added -> tell(tx, locked, author, added)));
    }

    private Uni<Void> tell(Tx tx, TicketState before, Author author, CommentState comment) {
        return tickets.next(tx, before, updatedBy(before, author), responseState(before, author, comment))
                .chain(after -> journal.added(tx, before, after, author, comment)
                        .chain(event -> follow(tx, author, new CommentFollower.Added(after, comment, event))));
    }

    private Uni<Void> follow(Tx tx, Author author, CommentFollower.Added added) {
        return author.isSystem() ? Uni.createFrom().voidItem() : each(follower -> follower.added(tx, added));
    }

    private Uni<Void> each(Function<CommentFollower, Uni<Void>> step) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (CommentFollower follower : followers) {
            chain = chain.chain(() -> step.apply(follower));
        }
        return chain;
    }

    private static @Nullable UUID updatedBy(TicketState before, Author author) {
        return author.isSystem() ? before.updatedBy() : Objects.requireNonNull(author.userId());
    }

    /** An agent who has answered waits for the client. */
    private static @Nullable String responseState(TicketState ticket, Author author, CommentState comment) {
        boolean answers = !author.isSystem() && !comment.isInternal() && !ticket.isClosed();
        return answers ? AWAITING_CLIENT : ticket.responseState();
    }
}
