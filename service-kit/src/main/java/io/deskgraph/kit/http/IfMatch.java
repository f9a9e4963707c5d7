package io.deskgraph.kit.http;

import io.deskgraph.kit.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The condition under which a write may happen. Weak tags never match; several tags mean any of them. */
public final class IfMatch {

    private static final IfMatch ANY = new IfMatch(null);

    private final @Nullable List<EntityTag> tags;

    private IfMatch(@Nullable List<EntityTag> tags) {
        this.tags = tags;
    }

    public static IfMatch parse(@Nullable String header) {
        return header == null || header.strip().equals("*") ? ANY : new IfMatch(EntityTag.list("If-Match", header));
    }

    public boolean holds(long version) {
        return tags == null || tags.stream().anyMatch(tag -> isOf(tag, version));
    }

    /** Throws 412 unless the condition holds for the row's present version. */
    public void require(long version) {
        if (!holds(version)) {
            throw Problem.preconditionFailed("The resource has changed since it was read");
        }
    }

    private static boolean isOf(EntityTag tag, long version) {
        return !tag.weak() && tag.opaque().startsWith(version + "-");
    }
}
