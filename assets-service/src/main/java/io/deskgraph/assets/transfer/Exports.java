package io.deskgraph.assets.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.assets.asset.AssetCursor;
import io.deskgraph.assets.asset.AssetCursors;
import io.deskgraph.assets.inventory.InventoryList;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Exports in progress. */
@Singleton
class Exports {

    private final AssetCursors cursors;
    private final FieldNames fields;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final ExportConfig config;
    private final Semaphore places;

    Exports(AssetCursors cursors, FieldNames fields, ObjectMapper json, Vertx vertx, ExportConfig config) {
        this.cursors = cursors;
        this.fields = fields;
        this.json = json;
        this.vertx = vertx;
        this.config = config;
        this.places = new Semaphore(config.parallel());
    }

    /** Everything that can go wrong for good goes wrong before the first byte. */
    Uni<Export> open(InventoryList list, ExportForm form) {
        if (!places.tryAcquire()) {
            throw Problem.unavailable("Too many exports are running, try again", 5);
        }
        return fields.all()
                .map(names -> new ExportRow(names, form.guarded(), json))
                .chain(row -> cursors.open(list.criteria(), list.order()).map(cursor -> new Export(row, cursor, form)))
                .onFailure()
                .invoke(() -> places.release())
                .onCancellation()
                .invoke(() -> places.release());
    }

    /** The pieces of the file; the next is fetched when the client has taken the one before. */
    Multi<byte[]> stream(Export export, RoutingContext exchange) {
        AtomicBoolean open = new AtomicBoolean(true);
        Runnable close = () -> close(export, open);
        Reading reading = new Reading(vertx, exchange.request().connection(), config.patience(), close);
        // The end of the exchange, be it that the client has gone: a write that nobody will take tells nothing.
        exchange.addEndHandler(ended -> close.run());
        Multi<byte[]> pieces = Multi.createBy()
                .repeating()
                .uni(() -> export.cursor().next(config.piece()))
                .until(List::isEmpty)
                .map(export.row()::rows);
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom()
                                .item(export.row().header(export.form().byteOrderMark())),
                        pieces)
                .onRequest()
                .invoke(() -> reading.stop())
                .onItem()
                .invoke(reading::sent)
                .onTermination()
                .invoke(() -> reading.stop())
                .onTermination()
                .invoke(close);
    }

    private void close(Export export, AtomicBoolean open) {
        if (open.getAndSet(false)) {
            export.cursor().close();
            places.release();
        }
    }

    /** What is written, and from where. */
    record Export(ExportRow row, AssetCursor cursor, ExportForm form) {}
}
