package io.deskgraph.tickets.listing;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.Cursor;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.Links;
import io.deskgraph.kit.http.Pagination;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Answers list requests. */
@ApplicationScoped
public class Lists {

    private final Transactions transactions;
    private final CurrentRequest current;
    private final QueryParams query;

    Lists(Transactions transactions, CurrentRequest current, QueryParams query) {
        this.transactions = transactions;
        this.current = current;
        this.query = query;
    }

    /** Reads the request's parameters and answers the list, each row shown by the given view. */
    public <T> Uni<Response> answer(ListShape shape, Function<Row, T> view) {
        return answer(shape, Scope.ALL, view);
    }

    /** {@link #answer(ListShape, Function)} of no more than the scope holds. */
    public <T> Uni<Response> answer(ListShape shape, Scope scope, Function<Row, T> view) {
        return Uni.createFrom().deferred(() -> {
            ListRequest request = query.read(reader -> ListRequest.read(reader, shape));
            Links links = query.links();
            ListStatement statement = new ListStatement(shape, request, scope, current.tenantId());
            return request.byCursor()
                    ? afterCursor(shape, request, statement, view, links)
                    : page(request, statement, view, links);
        });
    }

    /** Reads the request's filters of a list. */
    public Narrowed narrow(ListShape shape) {
        ListRequest request = query.read(reader -> ListRequest.narrowing(reader, shape));
        return Narrowed.of(new ListStatement(shape, request, Scope.ALL, current.tenantId()), request);
    }

    private <T> Uni<Response> page(ListRequest request, ListStatement statement, Function<Row, T> view, Links links) {
        return transactions.read(statement.page(), statement.args()).map(rows -> {
            long total = rows.iterator().next().getLong("total");
            List<T> data = stream(rows)
                    .filter(row -> row.getUUID("key_id") != null)
                    .map(view)
                    .toList();
            return response(request, data, Pagination.full(request.page(), total), links.pages(request.page(), total));
        });
    }

    private <T> Uni<Response> afterCursor(
            ListShape shape, ListRequest request, ListStatement statement, Function<Row, T> view, Links links) {
        int keys = shape.sort(request.sortName()).keys().size();
        return transactions.read(statement.afterCursor(), statement.args()).map(found -> {
            List<Row> rows = stream(found).toList();
            int limit = request.page().limit();
            String next = rows.size() > limit ? cursor(request, rows.get(limit - 1), keys) : null;
            List<T> data = rows.stream().limit(limit).map(view).toList();
            return response(request, data, Pagination.keyset(limit, next), links.next(next));
        });
    }

    private static String cursor(ListRequest request, Row last, int keys) {
        List<@Nullable Object> position = new ArrayList<>();
        IntStream.range(0, keys).forEach(i -> position.add(last.getValue("key_" + i)));
        position.add(last.getUUID("key_id"));
        return Cursor.after(request.orderName(), position.toArray()).encode();
    }

    private static <T> Response response(ListRequest request, List<T> data, Pagination pagination, Links links) {
        Response.ResponseBuilder response =
                Response.ok(DataEnvelope.page(data, pagination).withMeta(new Meta(request)));
        links.header().ifPresent(header -> response.header("Link", header));
        return response.build();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    /** What was understood of the request. */
    public record Meta(String sort, String order, Map<String, Object> filters) {
        Meta(ListRequest request) {
            this(request.sortName(), request.order(), request.filters());
        }
    }
}
