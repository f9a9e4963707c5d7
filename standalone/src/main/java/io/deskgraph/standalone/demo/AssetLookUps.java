package io.deskgraph.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Categories and locations, which this dialect refers to by number. */
final class AssetLookUps {
    private final Caller caller;
    private final String prefix;

    AssetLookUps(Caller caller, String prefix) {
        this.caller = caller;
        this.prefix = prefix;
    }

    Map<String, Integer> categories(List<String> names) {
        return ensure("/api/categories", names);
    }

    Map<String, Integer> locations(List<String> names) {
        return ensure("/api/locations", names);
    }

    private Map<String, Integer> ensure(String path, List<String> names) {
        Map<String, Integer> known = new LinkedHashMap<>();
        for (JsonNode row : caller.get(path).json()) {
            known.put(row.path("name").asText(), row.path("id").asInt());
        }
        for (String name : names) {
            known.computeIfAbsent(name, missing -> created(path, name));
        }
        return known;
    }

    private int created(String path, String name) {
        String key = prefix + path.substring(path.lastIndexOf('/') + 1) + "-" + name.replace(' ', '-');
        return caller.post(path, Map.of("name", name), key).json().path("id").asInt();
    }
}
