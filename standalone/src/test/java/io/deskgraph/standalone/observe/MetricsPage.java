package io.deskgraph.standalone.observe;

import io.deskgraph.standalone.compose.Repository;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What docs/metrics.md says there is. */
final class MetricsPage {

    private static final Pattern ROW =
            Pattern.compile("^\\| (`[a-z].*?`) \\| ([a-z]+)[^|]* \\| ([^|]*)\\| ([a-z]+) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    private MetricsPage() {}

    /**
     * A row of the page for one metric.
     *
     * @param samples the names under which it is exposed
     * @param from {@code all}, {@code services}, {@code gateway}, {@code tickets} or {@code assets}
     */
    record Documented(String name, Set<String> samples, Set<String> labels, String from) {}

    static Map<String, Documented> read() {
        return ROW.matcher(Repository.text("docs/metrics.md"))
                .results()
                .flatMap(MetricsPage::row)
                .collect(Collectors.toMap(Documented::name, metric -> metric, (a, b) -> a, TreeMap::new));
    }

    /** The metric of each name that a scrape can have. */
    static Map<String, Documented> bySample() {
        Map<String, Documented> samples = new TreeMap<>();
        read().values().forEach(metric -> metric.samples().forEach(sample -> samples.put(sample, metric)));
        return samples;
    }

    private static Stream<Documented> row(MatchResult row) {
        Set<String> labels = names(row.group(3));
        return names(row.group(1)).stream()
                .map(name -> new Documented(name, samples(name, row.group(2)), labels, row.group(4)));
    }

    private static Set<String> samples(String name, String kind) {
        return switch (kind) {
            case "histogram" -> withEndings(name, "_bucket", "_count", "_sum", "_max");
            case "summary" -> withEndings(name, "_count", "_sum", "_max");
            default -> Set.of(name);
        };
    }

    private static Set<String> withEndings(String name, String... endings) {
        return Arrays.stream(endings).map(ending -> name + ending).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
