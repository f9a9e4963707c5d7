package io.deskgraph.kit.lookup;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Why a look-up cannot be as asked, in the words of its kind. */
final class LookUpRefusals {

    private static final String TAKEN = "23505";
    private static final String NO_REFERENCE = "23503";

    private LookUpRefusals() {}

    /** How many rows of one sort refer to it. */
    record Dependency(String type, long count) {}

    /** @param dependencies empty where a reference was made in the very moment */
    record Details(String code, List<Dependency> dependencies) {}

    static Problem unknown(LookUpKind<?, ?, ?> kind) {
        return Problem.notFound(kind.label() + " not found");
    }

    /** What the database refused on the way in; a reference that is none of the kind's own is one that points at it. */
    static Throwable stored(LookUpKind<?, ?, ?> kind, Throwable failure) {
        ConstraintViolationException violation = violation(failure);
        if (violation == null) {
            return failure;
        }
        String member = kind.constraints().get(String.valueOf(violation.getConstraintName()));
        return switch (String.valueOf(violation.getSQLState())) {
            case TAKEN -> member == null ? failure : taken(kind, member);
            case NO_REFERENCE -> member == null ? inUse(kind, List.of()) : Problem.invalid(member, "Does not exist");
            default -> failure;
        };
    }

    /** A reference that was made between counting and deleting. */
    static Throwable removed(LookUpKind<?, ?, ?> kind, Throwable failure) {
        ConstraintViolationException violation = violation(failure);
        return violation != null && NO_REFERENCE.equals(violation.getSQLState()) ? inUse(kind, List.of()) : failure;
    }

    static Uni<Void> refuseUsed(Tx tx, LookUpKind<?, ?, ?> kind, LookUp row) {
        List<Use> uses = kind.uses();
        if (uses.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String counts = uses.stream().map(Use::count).collect(Collectors.joining(", "));
        return tx.sql("SELECT " + counts, tx.tenant(), row.id)
                .invoke(found -> refuseUsed(kind, found.iterator().next()))
                .replaceWithVoid();
    }

    private static void refuseUsed(LookUpKind<?, ?, ?> kind, Row counts) {
        List<Dependency> dependencies = kind.uses().stream()
                .map(use -> new Dependency(use.name(), counts.getLong(use.name())))
                .filter(dependency -> dependency.count() > 0)
                .toList();
        if (!dependencies.isEmpty()) {
            throw inUse(kind, dependencies);
        }
    }

    private static Problem taken(LookUpKind<?, ?, ?> kind, String member) {
        String text = "Another " + kind.names.kind().replace('_', ' ') + " has this " + member;
        return Problem.conflict(text, Map.of("fields", List.of(member)));
    }

    private static Problem inUse(LookUpKind<?, ?, ?> kind, List<Dependency> dependencies) {
        return Problem.conflict(kind.label() + " is in use", new Details("DEPENDENCIES_EXIST", dependencies));
    }

    private static @Nullable ConstraintViolationException violation(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation) {
                return violation;
            }
        }
        return null;
    }
}
