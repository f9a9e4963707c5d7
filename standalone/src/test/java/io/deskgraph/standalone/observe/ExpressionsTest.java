package io.deskgraph.standalone.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.standalone.compose.Repository;
import io.deskgraph.standalone.observe.Expressions.Expression;
import io.deskgraph.standalone.observe.MetricsPage.Documented;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dashboards and alerts read what is documented. */
class ExpressionsTest {

    /** What Prometheus adds to every series, and to a histogram's. */
    static final Set<String> OF_PROMETHEUS = Set.of("job", "instance", "le");

    private static final Map<String, Documented> DOCUMENTED = MetricsPage.bySample();

    static Stream<Expression> expressions() {
        return Expressions.all();
    }

    static Stream<JsonNode> alerts() {
        return Expressions.alerts();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void everyMetricAndLabelIsDocumented(Expression expression) {
        Map<String, Set<String>> metrics = PromQl.metrics(expression.text());

        assertFalse(metrics.isEmpty());
        metrics.forEach((name, labels) -> {
            if (!isOfTheMachine(name)) {
                assertTrue(DOCUMENTED.containsKey(name), name);
                Set<String> unknown = new TreeSet<>(labels);
                unknown.removeAll(DOCUMENTED.get(name).labels());
                unknown.removeAll(OF_PROMETHEUS);
                assertEquals(Set.of(), unknown, name);
            }
        });
    }

    /** The JVM's own, which only a running process can vouch for. */
    static boolean isOfTheMachine(String name) {
        return name.startsWith("jvm_") || name.startsWith("process_");
    }

    @Test
    void everyMetricOfOursIsShownOrWatched() {
        Set<String> unused = new TreeSet<>();
        Set<String> used = new HashSet<>();
        Expressions.all()
                .forEach(expression -> used.addAll(PromQl.metrics(expression.text()).keySet()));
        DOCUMENTED.values().stream()
                .filter(metric -> metric.samples().stream().noneMatch(used::contains))
                .forEach(metric -> unused.add(metric.name()));

        assertEquals(Set.of("deskgraph_gateway_replica_requests", "sql_pool_usage_seconds"), unused);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void whoIsWokenIsToldWhatToDo(JsonNode alert) {
        String name = alert.path("alert").asText();

        assertTrue(Set.of("page", "ticket").contains(alert.at("/labels/severity").asText()));
        assertTrue(alert.path("for").asText().matches("\\d+m"));
        assertFalse(alert.at("/annotations/summary").asText().isBlank());
        assertEquals(
                "docs/operations.md#" + name.toLowerCase(Locale.ROOT),
                alert.at("/annotations/runbook").asText());
        assertTrue(Repository.text("docs/operations.md").contains("#### " + name + "\n"), "no paragraph on " + name);
    }

    @Test
    void dashboardsAreWhole() {
        List<JsonNode> dashboards = Expressions.dashboards();
        Set<String> ids = new HashSet<>();
        for (JsonNode board : dashboards) {
            assertTrue(ids.add(board.path("uid").asText()));
            Set<String> places = new HashSet<>();
            Expressions.elements(board.path("panels")).forEach(panel -> {
                assertFalse(panel.path("title").asText().isBlank());
                assertTrue(places.add(panel.at("/gridPos/x") + "," + panel.at("/gridPos/y")), panel.toString());
                assertTrue(panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt() <= 24);
            });
        }
        assertEquals(Set.of("deskgraph-overview", "deskgraph-services", "deskgraph-events"), ids);
    }

    @Test
    void namesAndLabelsAreFound() {
        assertEquals(
                Map.of("a_total", Set.of("x", "y", "z"), "b", Set.of("x")),
                PromQl.metrics(
                        "sum by (x) (rate(a_total{y=\"b{}\", z=~\"c|d\"}[5m])) > 2 * 0.5 and b offset 10m or vector(0)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(a", "a)", "guess(a)", "a ? b", "a{x=\"1}"})
    void whatIsNotUnderstoodIsRefused(String expression) {
        assertThrows(RuntimeException.class, () -> PromQl.metrics(expression));
    }
}
