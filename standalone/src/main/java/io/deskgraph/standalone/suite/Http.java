package io.deskgraph.standalone.suite;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;

/** The one HTTP client of this JVM. It may set the Host header, which the JDK allows only when told before its first use. */
public final class Http {
    private static final HttpClient CLIENT;

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    private Http() {}

    /** Requests start here too: the JDK looks at the permission when the first request is built. */
    public static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri);
    }

    public static HttpClient client() {
        return CLIENT;
    }
}
