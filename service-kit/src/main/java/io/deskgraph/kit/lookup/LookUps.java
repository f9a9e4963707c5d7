package io.deskgraph.kit.lookup;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Mutations;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Answers requests for look-ups of any kind. */
@ApplicationScoped
public class LookUps {

    private final Transactions transactions;
    private final Mutations mutations;
    private final CurrentRequest request;
    private final LookUpWriter writer;
    private final ETags tags;

    LookUps(Transactions transactions, Mutations mutations, CurrentRequest request, LookUpWriter writer, ETags tags) {
        this.transactions = transactions;
        this.mutations = mutations;
        this.request = request;
        this.writer = writer;
        this.tags = tags;
    }

    /** All there are; for kinds of which a tenant has few. */
    public <V extends Record> Uni<List<V>> all(LookUpKind<?, ?, V> kind, String... order) {
        String sql = select(kind) + " ORDER BY l." + String.join(", l.", order);
        return transactions.read(sql, request.tenantId()).map(rows -> views(kind, rows));
    }

    public <E extends LookUp> Uni<Response> get(LookUpKind<E, ?, ?> kind, String id) {
        return read(kind, id).map(row -> answer(kind, row, 200)).map(Answer::toResponse);
    }

    /** Whether it is there: 404 if not. */
    public <E extends LookUp> Uni<Void> require(LookUpKind<E, ?, ?> kind, String id) {
        return read(kind, id).replaceWithVoid();
    }

    /** @param path of the collection */
    public <E extends LookUp, R extends Record> Uni<Response> create(LookUpKind<E, R, ?> kind, String path, R body) {
        return mutations.postSession(body, tx -> writer.create(tx, kind, body)
                .map(row -> answer(kind, row, 201).header("Location", path + "/" + kind.key(row))));
    }

    /** Members that are not sent stay as they are. */
    public <E extends LookUp, R extends Record> Uni<Response> change(
            LookUpKind<E, R, ?> kind, String id, @Nullable String ifMatch, Sent<R> body) {
        LookUpKey key = kind.key(id);
        return mutations.changeSession(tx -> writer.find(tx, kind, key, ETags.ifMatch(ifMatch))
                .chain(row -> writer.change(tx, kind, row, body))
                .map(row -> answer(kind, row, 200)));
    }

    public <E extends LookUp> Uni<Response> delete(LookUpKind<E, ?, ?> kind, String id, @Nullable String ifMatch) {
        LookUpKey key = kind.key(id);
        return mutations.changeSession(tx -> writer.find(tx, kind, key, ETags.ifMatch(ifMatch))
                .chain(row -> writer.delete(tx, kind, row))
                .replaceWith(Answer::noContent));
    }

    private <E extends LookUp> Uni<E> read(LookUpKind<E, ?, ?> kind, String id) {
        LookUpKey key = kind.key(id);
        String sql = select(kind) + " AND l." + key.attribute() + " = $2";
        return transactions.read(sql, request.tenantId(), key.value()).map(rows -> one(kind, rows));
    }

    private <E extends LookUp> Answer answer(LookUpKind<E, ?, ?> kind, E row, int status) {
        Rendered view = tags.render(row.version, kind.view(row));
        return Answer.of(status, kind.envelope(view)).tagged(view.tag());
    }

    private static String select(LookUpKind<?, ?, ?> kind) {
        return "SELECT " + kind.columns("l") + " FROM " + kind.table.name() + " l WHERE l.tenant_id = $1";
    }

    private static <V extends Record> List<V> views(LookUpKind<?, ?, V> kind, RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(kind::view).toList();
    }

    private static <E extends LookUp> E one(LookUpKind<E, ?, ?> kind, RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            throw LookUpRefusals.unknown(kind);
        }
        E row = kind.table.read(rows.iterator().next());
        if (!kind.has(row)) {
            throw LookUpRefusals.unknown(kind);
        }
        return row;
    }
}
