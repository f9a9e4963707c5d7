package io.deskgraph.tickets.listing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list that a request's filters leave, for answers other than the list itself.
 *
 * @param where a condition on the list's tables; its parameters are the arguments
 * @param filters the names of those used
 */
public record Narrowed(String where, List<@Nullable Object> args, Set<String> filters) {

    static Narrowed of(ListStatement statement, ListRequest request) {
        return new Narrowed(
                statement.where(), List.of(statement.args()), request.filters().keySet());
    }
}
