package io.deskgraph.tickets.document;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.streams.ReadStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Documents as files below one directory. */
final class FileDocumentStore implements DocumentStore {

    private static final OpenOptions NEW =
            new OpenOptions().setRead(false).setWrite(true).setCreateNew(true);
    private static final OpenOptions PRESENT =
            new OpenOptions().setRead(true).setWrite(false).setCreate(false);

    private final FileSystem files;
    private final Path directory;

    FileDocumentStore(Vertx vertx, Path directory) {
        this.files = vertx.fileSystem();
        this.directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public Uni<Void> write(String path, ReadStream<Buffer> bytes) {
        Path file = file(path);
        return uni(files.mkdirs(file.resolveSibling("").toString())
                .compose(made -> files.open(file.toString(), NEW))
                .compose(open -> fill(open, bytes)));
    }

    @Override
    public Uni<Multi<Buffer>> read(String path) {
        return uni(files.open(file(path).toString(), PRESENT))
                .onFailure(FileDocumentStore::isMissing)
                .transform(missing -> new Missing(path, missing))
                .map(FileDocumentStore::content);
    }

    @Override
    public Uni<Void> delete(String path) {
        return uni(files.delete(file(path).toString()))
                .onFailure(FileDocumentStore::isMissing)
                .recoverWithNull();
    }

    /** A file that is closed without having been synced may be empty after a power cut. */
    private static Future<Void> fill(AsyncFile file, ReadStream<Buffer> bytes) {
        return bytes.pipe()
                .endOnComplete(false)
                .endOnFailure(false)
                .to(file)
                .compose(written -> file.flush())
                .eventually(() -> file.close());
    }

    private static Multi<Buffer> content(AsyncFile file) {
        return new io.vertx.mutiny.core.file.AsyncFile(file)
                .toMulti()
                .map(io.vertx.mutiny.core.buffer.Buffer::getDelegate)
                .onTermination()
                .call(() -> uni(file.close()).onFailure().recoverWithNull());
    }

    /** Paths are made here, of ids; one that leaves the directory all the same is a bug. */
    private Path file(String path) {
        Path file = directory.resolve(path).normalize();
        if (!file.startsWith(directory) || file.equals(directory)) {
            throw new IllegalArgumentException("Not below the directory of documents: " + path);
        }
        return file;
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof NoSuchFileException || failure.getCause() instanceof NoSuchFileException;
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future::toCompletionStage);
    }
}
