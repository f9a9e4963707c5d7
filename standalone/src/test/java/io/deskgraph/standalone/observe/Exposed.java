package io.deskgraph.standalone.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one process tells Prometheus at one moment. */
public final class Exposed {

    /** As Prometheus asks: without an upgrade. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, Set<String>> labels = new TreeMap<>();
    private final Set<String> values = new TreeSet<>();

    private Exposed(List<String> lines) {
        lines.forEach(this::read);
    }

    public static Exposed at(int managementPort) {
        URI uri = URI.create("http://127.0.0.1:" + managementPort + "/q/metrics");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Accept", "text/plain; version=0.0.4")
                .build();
        try {
            String text = HTTP.send(request, BodyHandlers.ofString()).body();
            return new Exposed(text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Set<String> names() {
        return labels.keySet();
    }

    /** The names of all labels that any sample of this name has. */
    Set<String> labels(String name) {
        return labels.getOrDefault(name, Set.of());
    }

    public Stream<String> labelValues() {
        return values.stream();
    }

    private void read(String line) {
        Matcher parts = SAMPLE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No sample: " + line);
        }
        Set<String> known = labels.computeIfAbsent(parts.group(1), unseen -> new TreeSet<>());
        String between = parts.group(2) == null ? "" : parts.group(2);
        LABEL.matcher(between).results().forEach(label -> {
            known.add(label.group(1));
            values.add(label.group(2));
        });
    }
}
