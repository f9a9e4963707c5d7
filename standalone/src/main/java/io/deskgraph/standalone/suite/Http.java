package io.deskgraph.standalone.suite;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * The one HTTP client of this JVM. It may set the Host header, which the JDK allows only when told before anything of
 * its HTTP package is used: so whoever builds requests keeps this client in a static field.
 */
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

    public static HttpClient client() {
        return CLIENT;
    }
}
