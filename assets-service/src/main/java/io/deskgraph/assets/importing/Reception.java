package io.deskgraph.assets.importing;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One multipart request on its way to a file on disk; all of it happens on the connection's event loop. */
final class Reception {

    private static final String FIELD = "file";

    private final Vertx vertx;
    private final RoutingContext exchange;
    private final HttpServerRequest request;
    private final long limit;
    private final UniEmitter<? super Upload> received;
    private final Path path = Path.of(System.getProperty("java.io.tmpdir"), "deskgraph-import-" + Ids.next());
    private final MessageDigest digest;
    private @Nullable HttpServerFileUpload part;
    private @Nullable AsyncFile file;
    private @Nullable Future<Void> closed;
    private boolean requestEnded;
    private boolean partEnded;
    private boolean over;
    private long size;

    Reception(Vertx vertx, RoutingContext exchange, long limit, UniEmitter<? super Upload> received) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.request = exchange.request();
        this.limit = limit;
        this.received = received;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void begin() {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            fail(Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the file as multipart/form-data, field 'file'"));
            return;
        }
        try {
            request.setExpectMultipart(true);
        } catch (RuntimeException malformed) {
            fail(Problem.badRequest("The multipart body is malformed"));
            return;
        }
        request.exceptionHandler(broken -> fail(Problem.badRequest("The multipart body is malformed or incomplete")));
        request.uploadHandler(this::part);
        request.handler(chunk -> count());
        request.endHandler(end -> requestEnded());
        request.resume();
    }

    private void count() {
        if (request.bytesRead() > limit) {
            fail(Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, "The file is larger than " + limit + " bytes"));
        }
    }

    private void part(HttpServerFileUpload upload) {
        if (over || part != null || !FIELD.equals(upload.name())) {
            upload.handler(ignored -> {});
            return;
        }
        part = upload;
        upload.pause();
        OpenOptions options =
                new OpenOptions().setCreateNew(true).setRead(false).setPerms("rw-------");
        vertx.fileSystem()
                .open(path.toString(), options)
                .onSuccess(opened -> store(upload, opened))
                .onFailure(this::fail);
    }

    private void store(HttpServerFileUpload upload, AsyncFile opened) {
        file = opened;
        if (over) {
            discard();
            return;
        }
        opened.exceptionHandler(this::fail);
        upload.exceptionHandler(this::fail);
        upload.handler(chunk -> write(upload, opened, chunk));
        upload.endHandler(end -> close(opened).onSuccess(closed -> partEnded()).onFailure(this::fail));
        upload.resume();
    }

    private void write(HttpServerFileUpload upload, AsyncFile opened, Buffer chunk) {
        if (over) {
            return;
        }
        digest.update(chunk.getBytes());
        size += chunk.length();
        opened.write(chunk).onFailure(this::fail);
        if (opened.writeQueueFull()) {
            upload.pause();
            opened.drainHandler(drained -> upload.resume());
        }
    }

    private void partEnded() {
        partEnded = true;
        completeWhenAll();
    }

    private void requestEnded() {
        requestEnded = true;
        if (part == null) {
            fail(Problem.invalid("file", "Is required, as a multipart field with a file name"));
        }
        completeWhenAll();
    }

    private void completeWhenAll() {
        if (requestEnded && partEnded && !over && part != null) {
            over = true;
            String name = part.filename();
            received.complete(new Upload(
                    path, name == null ? "" : name, size, HexFormat.of().formatHex(digest.digest())));
        }
    }

    /** What the client goes on sending is not worth reading. */
    private void fail(Throwable cause) {
        if (over) {
            return;
        }
        over = true;
        if (!requestEnded) {
            exchange.addEndHandler(answered -> hangUp());
        }
        discard();
        received.fail(cause);
    }

    private void hangUp() {
        var unused = request.connection().close();
    }

    /** A part whose file is being opened is discarded as soon as it is. */
    private void discard() {
        if (file != null) {
            close(file).onComplete(done -> vertx.fileSystem().delete(path.toString()));
        }
    }

    /** A file is closed once; the client may go away while it is being closed. */
    private Future<Void> close(AsyncFile opened) {
        if (closed == null) {
            closed = opened.close();
        }
        return closed;
    }
}
