package io.deskgraph.standalone.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a service says of itself on its management port. */
public final class Health {
    private static final HttpClient CLIENT = Http.client();
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final int managementPort;

    public Health(int managementPort) {
        this.managementPort = managementPort;
    }

    public boolean isReady() {
        return get("/q/health/ready")
                .filter(answer -> answer.statusCode() == 200)
                .isPresent();
    }

    /** {@code up}, {@code not ready} with the checks' own words, or {@code no answer}. */
    public String describe() {
        return get("/q/health/ready")
                .map(answer -> answer.statusCode() == 200 ? "up" : "not ready " + oneLine(answer.body()))
                .orElse("no answer");
    }

    /** Sum over all samples of a metric; empty when the service does not have it. */
    public OptionalDouble metric(String name) {
        String text = get("/q/metrics").map(HttpResponse::body).orElse("");
        double[] samples = text.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        return samples.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(samples).sum());
    }

    private Optional<HttpResponse<String>> get(String path) {
        URI uri = URI.create(String.format(Locale.ROOT, "http://127.0.0.1:%d%s", managementPort, path));
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
        try {
            return Optional.of(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String oneLine(String body) {
        return body.replaceAll("\\s+", " ");
    }
}
