package io.deskgraph.gateway.foreign;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;

/** Asks issuers over HTTP: no redirect is followed, no answer is larger or later than it may be. */
@Singleton
class IssuerClient {

    private final Vertx vertx;
    private final HttpClient client;
    private final Addresses addresses;
    private final long timeout;
    private final long largest;

    IssuerClient(Vertx vertx, Addresses addresses, IssuerConfig config) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAlive(false)
                .setDecompressionSupported(false));
        this.addresses = addresses;
        this.timeout = config.timeout().toMillis();
        this.largest = config.maxAnswerSize().asLongValue();
    }

    Future<Said> get(String address) {
        URI uri = Addresses.parse(address);
        if (uri == null || uri.getHost() == null || !addresses.isSecureEnough(uri)) {
            return Future.failedFuture("Not an address to be asked");
        }
        return vertx.executeBlocking(() -> addresses.resolve(uri.getHost()), false)
                .compose(found -> client.request(options(uri, found)))
                .compose(this::send);
    }

    private Future<Said> send(HttpClientRequest request) {
        Promise<Said> said = Promise.promise();
        long timer = vertx.setTimer(timeout, tooLate -> {
            if (said.tryFail("Took too long")) {
                request.reset();
            }
        });
        request.send().onSuccess(answer -> read(request, answer, said)).onFailure(said::tryFail);
        return said.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private void read(HttpClientRequest request, HttpClientResponse answer, Promise<Said> said) {
        Buffer body = Buffer.buffer();
        answer.exceptionHandler(said::tryFail);
        answer.handler(chunk -> {
            if (body.length() + chunk.length() <= largest) {
                body.appendBuffer(chunk);
            } else if (said.tryFail("Too large")) {
                request.reset();
            }
        });
        answer.endHandler(end -> said.tryComplete(new Said(answer.statusCode(), body.toString())));
    }

    /** To the address that was looked at, under the name that was asked for: TLS is held to the name. */
    private RequestOptions options(URI uri, InetAddress address) {
        boolean tls = uri.getScheme().equalsIgnoreCase("https");
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(path + query)
                .setTimeout(timeout)
                .putHeader("Accept", "application/json");
    }

    @PreDestroy
    void close() {
        client.close();
    }

    record Said(int status, String body) {}
}
