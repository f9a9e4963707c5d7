package io.deskgraph.tickets.comment;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Copies a comment to the ticket that its metadata names, as a bundle would; for tests alone. */
@ApplicationScoped
class CopyingFollower implements CommentFollower {

    private final CommentService comments;

    CopyingFollower(CommentService comments) {
        this.comments = comments;
    }

    @Override
    public Uni<Void> added(Tx tx, Added comment) {
        Map<String, Object> metadata = comment.comment().metadata();
        if (metadata == null || !metadata.containsKey("test_copy_to")) {
            return Uni.createFrom().voidItem();
        }
        UUID target = UUID.fromString(metadata.get("test_copy_to").toString());
        return comments.add(tx, target, Author.system(comment.event()), NewComment.copyOf(comment.comment()))
                .replaceWithVoid();
    }
}
