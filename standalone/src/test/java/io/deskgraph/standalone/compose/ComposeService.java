package io.deskgraph.standalone.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One service of the file. What is not there reads as empty. */
record ComposeService(String name, Map<String, Object> definition) {

    Map<String, String> environment() {
        return strings(definition.get("environment"));
    }

    Map<String, String> buildArguments() {
        return strings(section("build").get("args"));
    }

    Map<String, Object> section(String key) {
        return ComposeFile.map(definition.get(key));
    }

    List<String> list(String key) {
        return ComposeFile.list(definition.get(key));
    }

    String text(String key) {
        return String.valueOf(definition.getOrDefault(key, ""));
    }

    List<String> healthTest() {
        return ComposeFile.list(section("healthcheck").get("test"));
    }

    Map<String, Object> limits() {
        return ComposeFile.map(
                ComposeFile.map(section("deploy").get("resources")).get("limits"));
    }

    Configuration configuration() {
        return Configuration.of(ComposeFile.MODULES.get(name));
    }

    private static Map<String, String> strings(Object value) {
        Map<String, String> copy = new LinkedHashMap<>();
        ComposeFile.map(value).forEach((key, entry) -> copy.put(key, String.valueOf(entry)));
        return copy;
    }
}
