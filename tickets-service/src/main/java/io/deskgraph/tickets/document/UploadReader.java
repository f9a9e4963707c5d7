package io.deskgraph.tickets.document;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/** Reads a form with one file straight into the store. */
@ApplicationScoped
class UploadReader {

    /** What a form has around its file. */
    private static final long FORM = 64 * 1024;

    private final Vertx vertx;
    private final DocumentStore store;
    private final MimeTypes types;
    private final long limit;
    private final Duration deadline;

    UploadReader(Vertx vertx, DocumentStore store, MimeTypes types, DocumentConfig config) {
        this.vertx = vertx;
        this.store = store;
        this.types = types;
        this.limit = config.maxSize().asLongValue();
        this.deadline = config.uploadDeadline();
    }

    /** What can be refused before the body is read. */
    void check(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "A form with a file is expected: multipart/form-data");
        }
        if (length(request) > limit + FORM) {
            throw MeasuredStream.tooLarge(limit);
        }
    }

    /** The request must be paused; it is read from here on. Whatever comes out, the store has let go of the path. */
    Uni<Upload> read(HttpServerRequest request, String path) {
        return Uni.createFrom().emitter(emitter -> {
            UploadReading reading = new UploadReading(
                    limit, types, stream -> store.write(path, stream), emitter::complete, emitter::fail);
            long timer = vertx.setTimer(deadline.toMillis(), late -> reading.fail(tooSlow()));
            emitter.onTermination(() -> vertx.cancelTimer(timer));
            reading.begin(request);
        });
    }

    /** As announced; -1 where it is not. */
    static long length(HttpServerRequest request) {
        String header = request.getHeader("Content-Length");
        return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : -1;
    }

    static Problem tooSlow() {
        return Problem.unavailable("The upload took too long", 1);
    }
}
