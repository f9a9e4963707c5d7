package io.deskgraph.standalone.observe;

import io.deskgraph.standalone.observe.Expressions.Expression;
import io.deskgraph.standalone.observe.MetricsPage.Documented;
import io.deskgraph.standalone.suite.Service;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds what is documented, shown or watched and not told, and the other way round. */
public final class Watched {

    private static final Pattern ID =
            Pattern.compile(".*[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-.*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OURS =
            Set.of("deskgraph_", "outbox_", "inbox_", "import_", "idempotency_", "authorization_");

    private Watched() {}

    /** Documented metrics that a process which should tell them does not, or tells with other labels. */
    public static Set<String> missing(Map<Service, Exposed> exposed) {
        Set<String> missing = new TreeSet<>();
        MetricsPage.read()
                .values()
                .forEach(metric -> exposed.forEach((service, process) -> {
                    if (isFrom(metric, service)
                            && metric.samples().stream().noneMatch(name -> isTold(metric, name, process))) {
                        missing.add(service.module() + " " + metric.name());
                    }
                }));
        return missing;
    }

    public static Set<String> undocumented(Map<Service, Exposed> exposed) {
        Map<String, Documented> documented = MetricsPage.bySample();
        Set<String> undocumented = new TreeSet<>();
        exposed.values().stream()
                .flatMap(process -> process.names().stream())
                .filter(name -> OURS.stream().anyMatch(name::startsWith))
                .filter(name -> !documented.containsKey(name))
                .forEach(undocumented::add);
        return undocumented;
    }

    /** Expressions that would find nothing, for want of a metric or of one of its labels. */
    public static Set<String> blind(Collection<Exposed> exposed) {
        Set<String> blind = new TreeSet<>();
        for (Expression expression : Expressions.all().toList()) {
            PromQl.metrics(expression.text()).forEach((name, labels) -> {
                if (exposed.stream().noneMatch(process -> finds(process, name, labels))) {
                    blind.add(expression.where() + ": " + name + labels);
                }
            });
        }
        return blind;
    }

    public static boolean looksLikeAnId(String value) {
        return ID.matcher(value).matches();
    }

    private static boolean finds(Exposed process, String name, Set<String> labels) {
        Set<String> wanted = new HashSet<>(labels);
        wanted.removeAll(List.of("job", "instance"));
        return process.names().contains(name) && process.labels(name).containsAll(wanted);
    }

    private static boolean isTold(Documented metric, String name, Exposed process) {
        Set<String> told = new TreeSet<>(process.labels(name));
        told.remove("le");
        return process.names().contains(name) && told.equals(metric.labels());
    }

    private static boolean isFrom(Documented metric, Service service) {
        return switch (metric.from()) {
            case "all" -> true;
            case "services" -> service != Service.GATEWAY;
            case "gateway" -> service == Service.GATEWAY;
            case "assets" -> service == Service.ASSETS;
            case "tickets" -> service == Service.TICKETS;
            default -> throw new IllegalArgumentException(metric.from());
        };
    }
}
