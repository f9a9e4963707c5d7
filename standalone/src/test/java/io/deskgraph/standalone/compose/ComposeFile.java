package io.deskgraph.standalone.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The parsed file, with anchors and merge keys resolved. */
record ComposeFile(Map<String, Object> content) {

    /** Compose name to module. */
    static final Map<String, String> MODULES = Map.of(
            "gateway", "gateway", "tickets", "tickets-service", "assets", "assets-service", "links", "links-service");

    static ComposeFile parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new ComposeFile(new Yaml(new SafeConstructor(options)).load(text));
    }

    List<ComposeService> services() {
        return map(content.get("services")).entrySet().stream()
                .map(entry -> new ComposeService(entry.getKey(), map(entry.getValue())))
                .toList();
    }

    ComposeService service(String name) {
        return services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No service " + name));
    }

    /** Those whose image is built here. */
    List<ComposeService> ours() {
        return services().stream()
                .filter(service -> MODULES.containsKey(service.name()))
                .toList();
    }

    Map<String, Object> section(String name) {
        return map(content.get(name));
    }

    static Map<String, Object> map(Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> copy.put(String.valueOf(key), entry));
        }
        return copy;
    }

    static List<String> list(Object value) {
        return value instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }
}
