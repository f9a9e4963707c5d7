package io.deskgraph.standalone.compose;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The file against what the services read. */
final class ConfigurationRules {

    private static final String UPSTREAM = "DESKGRAPH_UPSTREAM_";

    private ConfigurationRules() {}

    static Stream<String> unknownVariables(ComposeFile file) {
        return file.ours().stream().flatMap(service -> {
            Set<String> known = Configuration.variables(service.configuration().known());
            return everything(service).keySet().stream()
                    .filter(variable -> !known.contains(variable))
                    .map(variable -> service.name() + " reads no " + variable);
        });
    }

    static Stream<String> missingVariables(ComposeFile file) {
        return file.ours().stream().flatMap(service -> {
            Set<String> missing = new TreeSet<>(
                    Configuration.variables(service.configuration().required()));
            missing.removeAll(everything(service).keySet());
            return missing.stream().map(variable -> service.name() + " is not told " + variable);
        });
    }

    /** What compose and the image set together. */
    private static Map<String, String> everything(ComposeService service) {
        Map<String, String> variables = new LinkedHashMap<>(Dockerfile.read().environment());
        variables.putAll(service.environment());
        return variables;
    }

    static Stream<String> foreignPorts(ComposeFile file) {
        Stream<String> own = file.ours().stream().flatMap(service -> Stream.of(
                        wrongPort(service, "HTTP_PORT", "deskgraph.http.port"),
                        wrongPort(service, "MANAGEMENT_PORT", "deskgraph.management.port"))
                .flatMap(wrong -> wrong));
        return Stream.concat(own, file.ours().stream().flatMap(ConfigurationRules::wrongUpstreams));
    }

    private static Stream<String> wrongPort(ComposeService service, String argument, String key) {
        String expected = service.configuration().value(key);
        String actual = service.buildArguments().getOrDefault(argument, "");
        return expected.equals(actual)
                ? Stream.empty()
                : Stream.of(service.name() + ": " + argument + " is " + actual + ", not " + expected);
    }

    private static Stream<String> wrongUpstreams(ComposeService service) {
        return service.environment().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(UPSTREAM))
                .filter(entry -> !entry.getValue().equals(url(entry.getKey())))
                .map(entry -> service.name() + ": " + entry.getValue() + " is not where " + entry.getKey() + " is");
    }

    private static String url(String variable) {
        String name = variable.substring(UPSTREAM.length()).toLowerCase(Locale.ROOT);
        Configuration owner = Configuration.of(ComposeFile.MODULES.get(name));
        return "http://" + name + ":" + owner.value("deskgraph.http.port");
    }

    /** Each service gets the passwords of its own three roles, and the server makes them with the same ones. */
    static Stream<String> foreignPasswords(ComposeFile file) {
        Map<String, String> server = file.service("postgres").environment();
        return file.ours().stream().flatMap(service -> {
            String database = service.configuration().value("deskgraph.db.name").toUpperCase(Locale.ROOT);
            return Stream.of("OWNER", "APP", "SYSTEM").flatMap(role -> {
                String own = service.environment().getOrDefault("DESKGRAPH_DB_" + role + "_PASSWORD", "");
                String made = server.getOrDefault(database + "_" + role + "_PASSWORD", "");
                boolean same = own.startsWith("${" + database + "_" + role + "_PASSWORD:") && own.equals(made);
                return same ? Stream.empty() : Stream.of(service.name() + ": not its own " + role + " password");
            });
        });
    }
}
