package io.deskgraph.tickets.document;

import io.deskgraph.tickets.document.PartReader.Part;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * One object on its way into a bucket. S3 wants lengths beforehand, so the stream is sent in parts: one is in memory at a
 * time, and nothing is read while it is sent. What fits into one part is sent at once.
 */
final class S3Upload {

    /** S3 takes 10,000 parts of at least 5 MiB, but for the last. */
    static final int PART = 8 * 1024 * 1024;

    private final S3AsyncClient client;
    private final String bucket;
    private final String path;
    private final PartReader parts;
    private final Executor here;
    private final List<CompletedPart> sent = new ArrayList<>();

    S3Upload(S3AsyncClient client, String bucket, String path, ReadStream<Buffer> bytes) {
        this.client = client;
        this.bucket = bucket;
        this.path = path;
        this.parts = new PartReader(bytes, PART);
        Context context = Vertx.currentContext();
        this.here = command -> context.runOnContext(back -> command.run());
    }

    Uni<Void> run() {
        return parts.next().chain(first -> first.last() ? whole(first) : inParts(first));
    }

    private Uni<Void> whole(Part only) {
        return call(() -> client.putObject(put -> put.bucket(bucket).key(path), body(only)))
                .replaceWithVoid();
    }

    private Uni<Void> inParts(Part first) {
        return call(() -> client.createMultipartUpload(
                        create -> create.bucket(bucket).key(path)))
                .chain(begun -> send(begun.uploadId(), first)
                        .chain(() -> complete(begun.uploadId()))
                        .onFailure()
                        .call(() -> abort(begun.uploadId())));
    }

    private Uni<Void> send(String upload, Part part) {
        return sendOne(upload, part)
                .chain(() ->
                        part.last() ? Uni.createFrom().voidItem() : parts.next().chain(next -> send(upload, next)));
    }

    private Uni<Void> sendOne(String upload, Part part) {
        if (part.bytes().length() == 0) {
            return Uni.createFrom().voidItem();
        }
        int number = sent.size() + 1;
        return call(() -> client.uploadPart(
                        send -> send.bucket(bucket).key(path).uploadId(upload).partNumber(number), body(part)))
                .invoke(done -> sent.add(CompletedPart.builder()
                        .partNumber(number)
                        .eTag(done.eTag())
                        .build()))
                .replaceWithVoid();
    }

    private Uni<Void> complete(String upload) {
        return call(() -> client.completeMultipartUpload(complete ->
                        complete.bucket(bucket).key(path).uploadId(upload).multipartUpload(all -> all.parts(sent))))
                .replaceWithVoid();
    }

    /** Where this fails too, deleting the path does it later. */
    private Uni<Void> abort(String upload) {
        return call(() -> client.abortMultipartUpload(
                        abort -> abort.bucket(bucket).key(path).uploadId(upload)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    /** The client answers on threads of its own; the stream belongs to the event loop of the request. */
    private <T> Uni<T> call(Supplier<CompletableFuture<T>> call) {
        return S3DocumentStore.uni(call).emitOn(here);
    }

    private static AsyncRequestBody body(Part part) {
        return AsyncRequestBody.fromBytesUnsafe(part.bytes().getBytes());
    }
}
