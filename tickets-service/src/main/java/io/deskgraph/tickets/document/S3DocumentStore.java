package io.deskgraph.tickets.document;

import io.netty.buffer.Unpooled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.reactivestreams.FlowAdapters;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.async.ResponsePublisher;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Documents as objects of one bucket of anything that speaks S3. */
final class S3DocumentStore implements DocumentStore, AutoCloseable {

    private final S3AsyncClient client;
    private final String bucket;

    S3DocumentStore(S3AsyncClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    static S3DocumentStore of(S3Config config) {
        S3AsyncClientBuilder builder = S3AsyncClient.builder()
                .region(Region.of(config.region()))
                .forcePathStyle(config.pathStyle())
                // Not every server knows the newer checksums; documents have one of our own.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder());
        config.endpoint().ifPresent(builder::endpointOverride);
        config.accessKey()
                .ifPresent(key -> builder.credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key, config.secretKey().orElseThrow(() -> missing("secret-key"))))));
        return new S3DocumentStore(builder.build(), config.bucket().orElseThrow(() -> missing("bucket")));
    }

    @Override
    public Uni<Void> write(String path, ReadStream<Buffer> bytes) {
        return new S3Upload(client, bucket, path, bytes).run();
    }

    @Override
    public Uni<Multi<Buffer>> read(String path) {
        return uni(() -> client.getObject(
                        get -> get.bucket(bucket).key(path), AsyncResponseTransformer.<GetObjectResponse>toPublisher()))
                .onFailure(NoSuchKeyException.class)
                .transform(missing -> new Missing(path, missing))
                .map(S3DocumentStore::content);
    }

    /** Also of what an upload has left that never came to its end, which no list of objects shows. */
    @Override
    public Uni<Void> delete(String path) {
        return uni(() -> client.listMultipartUploads(list -> list.bucket(bucket).prefix(path)))
                .chain(unfinished -> abort(path, unfinished))
                .chain(() -> uni(() ->
                        client.deleteObject(delete -> delete.bucket(bucket).key(path))))
                .replaceWithVoid();
    }

    @Override
    public void close() {
        client.close();
    }

    private Uni<Void> abort(String path, ListMultipartUploadsResponse unfinished) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (MultipartUpload upload : unfinished.uploads()) {
            if (upload.key().equals(path)) {
                done = done.chain(() -> abort(upload));
            }
        }
        return done;
    }

    private Uni<Void> abort(MultipartUpload upload) {
        return uni(() -> client.abortMultipartUpload(
                        abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())))
                .replaceWithVoid();
    }

    private static Multi<Buffer> content(ResponsePublisher<GetObjectResponse> object) {
        return Multi.createFrom()
                .<ByteBuffer>publisher(FlowAdapters.toFlowPublisher(object))
                .map(bytes -> Buffer.buffer(Unpooled.wrappedBuffer(bytes)));
    }

    /** The client wraps what went wrong. */
    static <T> Uni<T> uni(Supplier<CompletableFuture<T>> call) {
        return Uni.createFrom()
                .completionStage(call)
                .onFailure(CompletionException.class)
                .transform(wrapped -> wrapped.getCause() == null ? wrapped : wrapped.getCause());
    }

    private static IllegalStateException missing(String key) {
        return new IllegalStateException("deskgraph.documents.s3." + key + " is not set");
    }
}
