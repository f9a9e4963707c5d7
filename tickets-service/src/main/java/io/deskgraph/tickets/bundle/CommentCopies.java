package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.ticket.CommentState;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.comment.Author;
import io.deskgraph.tickets.comment.CommentFollower;
import io.deskgraph.tickets.comment.CommentService;
import io.deskgraph.tickets.comment.NewComment;
import io.deskgraph.tickets.ticket.TicketBatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What is said in public on a master that is followed is said on every child too, by the system, once. */
@ApplicationScoped
class CommentCopies implements CommentFollower {

    private final BundleRepository repository;
    private final TicketBatch tickets;
    private final CommentService comments;

    CommentCopies(BundleRepository repository, TicketBatch tickets, CommentService comments) {
        this.repository = repository;
        this.tickets = tickets;
        this.comments = comments;
    }

    @Override
    public Uni<Void> added(Tx tx, Added added) {
        boolean copied = !added.comment().isInternal()
                && added.comment().parentCommentId() == null
                && added.ticket().masterTicketId() == null;
        return copied ? copy(tx, added) : Uni.createFrom().voidItem();
    }

    private Uni<Void> copy(Tx tx, Added added) {
        return repository
                .isFollowed(tx, added.ticket().ticketId())
                .chain(followed -> followed
                        ? tickets.lockChildren(tx, added.ticket().ticketId())
                        : Uni.createFrom().item(List.<TicketState>of()))
                .chain(children -> copyToAll(tx, added, children));
    }

    private Uni<Void> copyToAll(Tx tx, Added added, List<TicketState> children) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (TicketState child : children) {
            chain = chain.chain(() -> copyTo(tx, child.ticketId(), added.comment(), added.event()));
        }
        return chain;
    }

    private Uni<Void> copyTo(Tx tx, UUID child, CommentState source, UUID cause) {
        return comments.add(tx, child, Author.system(cause), NewComment.copyOf(source))
                .chain(copy -> repository.remember(tx, source.commentId(), copy));
    }
}
