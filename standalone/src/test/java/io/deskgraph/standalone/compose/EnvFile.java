package io.deskgraph.standalone.compose;

import java.util.Map;
import java.util.TreeMap;

/** Names and values of a file in the form of {@code .env}. */
final class EnvFile {

    private EnvFile() {}

    static Map<String, String> parse(String text) {
        Map<String, String> values = new TreeMap<>();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(pair -> values.put(pair[0], pair[1]));
        return values;
    }
}
