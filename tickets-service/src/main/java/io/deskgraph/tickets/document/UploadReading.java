package io.deskgraph.tickets.document;

import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one form. All of it happens on the event loop of the request, so one thing at a time. It is over when
 * the form has been read or has failed, and the store has finished with the file in either case.
 */
final class UploadReading {

    private final long limit;
    private final MimeTypes types;
    private final Function<MeasuredStream, Uni<Void>> store;
    private final Consumer<Upload> onSuccess;
    private final Consumer<Throwable> onFailure;

    private @Nullable ClosingBoundary boundary;
    private @Nullable HttpServerFileUpload file;
    private @Nullable MeasuredStream bytes;
    private @Nullable Upload stored;
    private @Nullable Throwable failure;
    private boolean storing;
    private boolean read;
    private boolean over;
    private long skipped;

    UploadReading(
            long limit,
            MimeTypes types,
            Function<MeasuredStream, Uni<Void>> store,
            Consumer<Upload> onSuccess,
            Consumer<Throwable> onFailure) {
        this.limit = limit;
        this.types = types;
        this.store = store;
        this.onSuccess = onSuccess;
        this.onFailure = onFailure;
    }

    void begin(HttpServerRequest request) {
        try {
            request.setExpectMultipart(true);
            boundary = ClosingBoundary.of(request.getHeader("Content-Type"));
        } catch (RuntimeException malformed) {
            fail(malformed());
            return;
        }
        request.handler(boundary::pass);
        request.uploadHandler(this::part);
        request.exceptionHandler(broken -> fail(malformed()));
        request.endHandler(end -> end());
        request.resume();
    }

    /** The store lets go of the file before anybody hears of the failure. */
    void fail(Throwable cause) {
        if (failure == null) {
            Throwable before = bytes == null ? null : bytes.failure();
            failure = before == null ? cause : before;
        }
        if (bytes != null && storing) {
            bytes.fail(cause);
        }
        finish();
    }

    private void part(HttpServerFileUpload part) {
        if (failure != null || !part.name().equals("file") || part.filename().isEmpty()) {
            part.handler(chunk -> skip(chunk.length()));
        } else if (file != null) {
            part.handler(chunk -> skip(chunk.length()));
            fail(Problem.invalid("file", "Exactly one file is expected"));
        } else {
            store(part);
        }
    }

    private void store(HttpServerFileUpload part) {
        String type = MimeTypes.of(part.contentType());
        try {
            types.require(type);
        } catch (Problem refused) {
            part.handler(chunk -> skip(chunk.length()));
            fail(refused);
            return;
        }
        MeasuredStream stream = new MeasuredStream(part.pause(), limit);
        file = part;
        bytes = stream;
        storing = true;
        store.apply(stream).subscribe().with(done -> stored(part, type, stream), this::failedToStore);
    }

    private void stored(HttpServerFileUpload part, String type, MeasuredStream stream) {
        storing = false;
        stored = new Upload(FileName.of(part.filename()).text(), type, stream.size(), stream.checksum());
        finish();
    }

    private void failedToStore(Throwable cause) {
        storing = false;
        fail(cause);
    }

    private void skip(int length) {
        skipped += length;
        if (skipped > limit) {
            fail(MeasuredStream.tooLarge(limit));
        }
    }

    /** A form that ends without its closing boundary was cut off, and so was what it holds. */
    private void end() {
        read = true;
        if (boundary == null || !boundary.isPassed()) {
            fail(malformed());
        } else if (file == null) {
            fail(Problem.invalid("file", "A file is required"));
        } else {
            finish();
        }
    }

    private void finish() {
        if (over || storing) {
            return;
        }
        if (failure != null) {
            over = true;
            onFailure.accept(failure);
        } else if (read && stored != null) {
            over = true;
            onSuccess.accept(stored);
        }
    }

    private static Problem malformed() {
        return Problem.invalid("Malformed multipart body");
    }
}
