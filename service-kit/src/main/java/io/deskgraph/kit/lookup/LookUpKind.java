package io.deskgraph.kit.lookup;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.Rendered;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of look-up is: its entity, what clients send and see, what else must hold, and what may refer to it.
 *
 * @param <E> the row
 * @param <R> what a client sends to make one, as a record; to change one it sends some of the same members
 * @param <V> what a client sees, as a record that has every member of the request by the same name
 */
public abstract class LookUpKind<E extends LookUp, R extends Record, V extends Record> {

    final LookUpTable<E> table;
    final Class<E> entity;
    final Class<R> request;
    final LookUpNames names;

    /** @param names how subscribers know the kind, and which of the view's members are its id and name */
    protected LookUpKind(Class<E> entity, Class<R> request, LookUpNames names) {
        this.table = new LookUpTable<>(entity);
        this.entity = entity;
        this.request = request;
        this.names = names;
    }

    /** Gives the row what the request says; a member that is null has its default. */
    protected abstract void fill(E row, R request);

    public abstract V view(E row);

    /** @param row with the {@link #columns} */
    public final V view(Row row) {
        return view(table.read(row));
    }

    public final String columns(String alias) {
        return table.columns(alias);
    }

    /** Which member a constraint of the table is about: it is taken for a unique one, unknown for a reference. */
    protected Map<String, String> constraints() {
        return Map.of();
    }

    /** Turns the members of a view, without id and name, into what subscribers get to see as attributes. */
    protected void attributes(Map<String, @Nullable Object> members) {}

    protected List<Use> uses() {
        return List.of();
    }

    /** Refuses what the constraints cannot; the row is not stored yet, a statement still sees what is there. */
    protected Uni<Void> check(Tx tx, @Nullable V before, E row) {
        return Uni.createFrom().voidItem();
    }

    /** Gives a new row, filled by now, what the client left open, or refuses it. */
    protected Uni<Void> begin(Tx tx, E row, R request) {
        return Uni.createFrom().voidItem();
    }

    /** Takes away what lives and dies with the row, or refuses. */
    protected Uni<Void> end(Tx tx, E row) {
        return Uni.createFrom().voidItem();
    }

    /** Refuses with the counts of what refers to the row. */
    protected final Uni<Void> requireUnused(Tx tx, E row) {
        return LookUpRefusals.refuseUsed(tx, this, row);
    }

    /** Whether a path that names this row means it. */
    protected boolean has(E row) {
        return true;
    }

    /** @throws io.deskgraph.kit.problem.Problem 400 when no look-up is ever named so */
    protected LookUpKey key(String text) {
        return new LookUpKey("id", Ids.parse(label().toLowerCase(Locale.ROOT), text));
    }

    /** The last step of the path to the row. */
    protected Object key(E row) {
        return row.id;
    }

    protected Object envelope(Rendered view) {
        return view;
    }

    /** For people: {@code Client location}. */
    final String label() {
        String text = names.kind().replace('_', ' ');
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
