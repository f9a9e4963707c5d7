package io.deskgraph.standalone.compose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who reaches whom. */
final class NetworkRules {

    private static final String GATEWAY = "gateway";
    private static final Pattern LOOPBACK_PORT =
            Pattern.compile("\\$\\{DESKGRAPH_BIND:-127\\.0\\.0\\.1}:\\$\\{DESKGRAPH_PORT:-\\d+}:(\\d+)");
    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "edge", Set.of(GATEWAY),
            "services", Set.of(GATEWAY, "tickets", "assets", "links"),
            "database", Set.of("postgres", GATEWAY, "tickets", "assets", "links"),
            "events", Set.of("kafka", GATEWAY, "tickets", "assets", "links"));

    private NetworkRules() {}

    static Stream<String> published(ComposeFile file) {
        List<String> ports = file.services().stream()
                .flatMap(service -> service.list("ports").stream())
                .toList();
        String expected = file.service(GATEWAY).configuration().value("deskgraph.http.port");
        boolean right = ports.size() == 1
                && file.service(GATEWAY).list("ports").equals(ports)
                && LOOPBACK_PORT.matcher(ports.get(0)).results().anyMatch(port -> port.group(1)
                        .equals(expected));
        Stream<String> otherwise = file.services().stream()
                .filter(service -> service.definition().containsKey("network_mode"))
                .map(service -> service.name() + " is on a network of its own");
        return Stream.concat(right ? Stream.empty() : Stream.of("published: " + ports), otherwise);
    }

    static Stream<String> networks(ComposeFile file) {
        Map<String, Set<String>> members = new TreeMap<>();
        file.services().forEach(service -> networksOf(service)
                .forEach(network -> members.computeIfAbsent(network, unused -> new TreeSet<>())
                        .add(service.name())));
        Stream<String> strangers = Stream.concat(members.keySet().stream(), MEMBERS.keySet().stream())
                .distinct()
                .filter(network -> !members.getOrDefault(network, Set.of()).equals(MEMBERS.get(network)))
                .map(network -> network + ": " + members.get(network));
        Stream<String> open = file.section("networks").entrySet().stream()
                .filter(network -> !network.getKey().equals("edge"))
                .filter(network ->
                        !Boolean.TRUE.equals(ComposeFile.map(network.getValue()).get("internal")))
                .map(network -> network.getKey() + " is not internal");
        return Stream.concat(strangers, open);
    }

    /** A service that names no network is on the default one, which is not internal. */
    private static List<String> networksOf(ComposeService service) {
        List<String> named = service.list("networks");
        return named.isEmpty() ? List.of("default") : named;
    }
}
