package io.deskgraph.tickets.document;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;

/**
 * A server that speaks S3, signatures and parts included, and keeps one bucket in memory. It runs under a class loader of
 * its own, as the platform's tests bring an older edition of a library that it needs. Asked as a number it tells its
 * port, asked for a list the keys it has and the uploads that were not finished.
 */
public final class S3Server implements AutoCloseable, IntSupplier, Supplier<List<String>> {

    static final String BUCKET = "documents";

    private static final String OLDER = "guice-5";

    private final BlobStoreContext memory;
    private final S3Proxy server;

    /** Made by {@link #start}. */
    public S3Server() {
        memory = ContextBuilder.newBuilder(new TransientApiMetadata())
                .credentials("any", "any")
                .overrides(new Properties())
                .build(BlobStoreContext.class);
        memory.getBlobStore().createContainerInLocation(null, BUCKET);
        server = S3Proxy.builder()
                .blobStore(memory.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "access", "secret")
                .build();
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** An instance as the other class loader sees it: only what the JDK knows of it can be used here. */
    static Object start() {
        try {
            ClassLoader loader = isolated();
            Thread.currentThread().setContextClassLoader(loader);
            return loader.loadClass(S3Server.class.getName()).getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        } finally {
            Thread.currentThread().setContextClassLoader(S3Server.class.getClassLoader());
        }
    }

    @Override
    public int getAsInt() {
        return server.getPort();
    }

    @Override
    public List<String> get() {
        Stream<String> objects = memory.getBlobStore().list(BUCKET).stream().map(object -> object.getName());
        Stream<String> unfinished =
                memory.getBlobStore().listMultipartUploads(BUCKET).stream().map(upload -> upload.blobName());
        return Stream.concat(objects, unfinished).toList();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IOException(failure);
        }
        memory.close();
    }

    private static ClassLoader isolated() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        URL[] urls = Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.contains(OLDER))
                .map(S3Server::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
