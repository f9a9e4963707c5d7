package io.deskgraph.links.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** How a test steers the {@link OwnerPeer}. */
public final class Owner {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Owner() {}

    public static void knowsAsset(UUID id, long version, String state) {
        put("/internal/assets/" + id, "{\"version\":" + version + ",\"after\":" + state + "}");
    }

    /** An asset that it knows by its id is found by its tag, too. */
    public static void knowsTagged(String database, String tag, UUID id) {
        put("/tagged/" + database + "/" + tag, id.toString());
    }

    public static void knowsTicket(UUID id, long version, String state) {
        put("/internal/tickets/" + id, "{\"version\":" + version + ",\"after\":" + state + "}");
    }

    /** @param fault silent, drop, broken, garbage, hold (until {@link #release}) or none */
    public static void misbehaves(UUID id, String fault) {
        put("/fault/" + id, fault);
    }

    public static void release(UUID id) {
        put("/release/" + id, "");
    }

    public static int asked(UUID id) {
        return Integer.parseInt(send(HttpRequest.newBuilder(uri("/asked/" + id)).build()));
    }

    private static void put(String path, String body) {
        send(HttpRequest.newBuilder(uri(path))
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    private static String send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + System.getProperty(OwnerPeers.PORT) + path);
    }
}
