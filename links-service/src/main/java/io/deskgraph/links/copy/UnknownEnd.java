package io.deskgraph.links.copy;

import io.deskgraph.kit.problem.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** There is no copy of an end. {@link LookUps} asks its owner and has the work done again. */
public final class UnknownEnd extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable End end;
    private final transient @Nullable TaggedAsset tagged;
    private final transient Problem refusal;

    /** @param message what the client is told, with 404, when the owner does not know it either */
    public UnknownEnd(End end, String message) {
        this(end, null, Problem.notFound(message));
    }

    private UnknownEnd(@Nullable End end, @Nullable TaggedAsset tagged, Problem refusal) {
        super(refusal.text(), null, false, false);
        this.end = end;
        this.tagged = tagged;
        this.refusal = refusal;
    }

    /** @param refusal what the client is told when the owner does not know it either */
    public static UnknownEnd of(End end, Problem refusal) {
        return new UnknownEnd(end, null, refusal);
    }

    /** An asset of which only the tag is known. */
    public static UnknownEnd tagged(String databaseId, String tag, Problem refusal) {
        return new UnknownEnd(null, new TaggedAsset(databaseId, tag), refusal);
    }

    /** Null when the id is not known. */
    @Nullable
    End end() {
        return end;
    }

    /** Null when the id is known. */
    @Nullable
    TaggedAsset tagged() {
        return tagged;
    }

    Problem refusal() {
        return refusal;
    }

    /** An asset by the name it has inside its database. */
    record TaggedAsset(String databaseId, String tag) {}
}
