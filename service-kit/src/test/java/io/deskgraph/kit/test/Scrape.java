package io.deskgraph.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the management port of the process under test tells Prometheus at one moment. */
public final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<Sample> samples;

    private Scrape(List<Sample> samples) {
        this.samples = samples;
    }

    /** One line of the exposition. */
    public record Sample(String name, TreeMap<String, String> labels, double value) {}

    public static Scrape now() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        return of(read(URI.create("http://127.0.0.1:" + port + "/q/metrics")));
    }

    public static Scrape of(String text) {
        return new Scrape(text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(Scrape::sample)
                .toList());
    }

    public List<Sample> samples() {
        return samples;
    }

    /**
     * The sum of all samples with this name and at least these labels.
     *
     * @param labels each as {@code name=value}
     */
    public double sum(String name, String... labels) {
        return matching(name, labels).stream().mapToDouble(Sample::value).sum();
    }

    public boolean has(String name, String... labels) {
        return !matching(name, labels).isEmpty();
    }

    public List<Sample> matching(String name, String... labels) {
        Predicate<Sample> wanted = sample -> Arrays.stream(labels).allMatch(label -> carries(sample, label));
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .filter(wanted)
                .toList();
    }

    private static boolean carries(Sample sample, String label) {
        int equals = label.indexOf('=');
        return label.substring(equals + 1).equals(sample.labels().get(label.substring(0, equals)));
    }

    private static Sample sample(String line) {
        Matcher parts = SAMPLE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No sample: " + line);
        }
        TreeMap<String, String> labels = new TreeMap<>();
        String between = parts.group(2) == null ? "" : parts.group(2);
        new ArrayList<>(LABEL.matcher(between).results().toList())
                .forEach(label -> labels.put(label.group(1), label.group(2)));
        return new Sample(parts.group(1), labels, Double.parseDouble(parts.group(3)));
    }

    private static String read(URI uri) {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(uri)
                                    .header("Accept", "text/plain; version=0.0.4")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
