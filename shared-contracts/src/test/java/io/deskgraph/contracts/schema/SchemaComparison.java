package io.deskgraph.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what a new edition of a schema breaks, for subscribers who know the old one and for events written under it.
 * Texts may change, open objects may grow by optional members, enumerations may grow; everything else is a break.
 */
final class SchemaComparison {

    private static final Set<String> TEXTS = Set.of("title", "description", "$comment", "examples");

    private final List<String> breaks = new ArrayList<>();

    private SchemaComparison() {}

    static List<String> breaks(Map<String, JsonNode> released, Map<String, JsonNode> present) {
        SchemaComparison comparison = new SchemaComparison();
        released.forEach((file, schema) -> comparison.file(file, schema, present));
        return comparison.breaks;
    }

    private void file(String file, JsonNode old, Map<String, JsonNode> present) {
        JsonNode now = present.get(file);
        if (now == null) {
            breaks.add(file + " is gone");
        } else {
            schema(file, old, now);
        }
    }

    private void schema(String at, JsonNode old, JsonNode now) {
        if (!old.isObject() || !now.isObject()) {
            same(at, old, now);
            return;
        }
        Set<String> keywords = names(old);
        keywords.addAll(names(now));
        keywords.removeAll(TEXTS);
        for (String keyword : keywords) {
            String there = at + "/" + keyword;
            JsonNode before = old.path(keyword);
            JsonNode after = now.path(keyword);
            switch (keyword) {
                case "properties" -> properties(there, before, after, now.path("additionalProperties"));
                case "$defs" -> definitions(there, before, after);
                case "required", "type" -> sameMembers(there, before, after);
                case "enum" -> grown(there, before, after);
                case "items", "additionalProperties" -> schema(there, before, after);
                case "allOf", "anyOf" -> each(there, before, after);
                default -> same(there, before, after);
            }
        }
    }

    private void properties(String at, JsonNode old, JsonNode now, JsonNode additional) {
        definitions(at, old, now);
        Set<String> added = names(now);
        added.removeAll(names(old));
        if (additional.isBoolean() && !additional.asBoolean()) {
            added.forEach(name -> breaks.add(at + "/" + name + " is new in a closed object"));
        }
    }

    private void definitions(String at, JsonNode old, JsonNode now) {
        for (String name : names(old)) {
            if (now.has(name)) {
                schema(at + "/" + name, old.path(name), now.path(name));
            } else {
                breaks.add(at + "/" + name + " is gone");
            }
        }
    }

    private void each(String at, JsonNode old, JsonNode now) {
        if (old.size() != now.size()) {
            breaks.add(at + " has another number of branches");
            return;
        }
        for (int i = 0; i < old.size(); i++) {
            schema(at + "/" + i, old.path(i), now.path(i));
        }
    }

    private void sameMembers(String at, JsonNode old, JsonNode now) {
        if (!values(old).equals(values(now))) {
            breaks.add(at + ": " + values(old) + " became " + values(now));
        }
    }

    private void grown(String at, JsonNode old, JsonNode now) {
        if (!values(now).containsAll(values(old))) {
            breaks.add(at + " lost a value: " + values(old) + " became " + values(now));
        }
    }

    private void same(String at, JsonNode old, JsonNode now) {
        if (!old.equals(now)) {
            breaks.add(at + ": " + old + " became " + now);
        }
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Members of an array, or the lone value, as JSON texts. */
    private static Set<String> values(JsonNode node) {
        Set<String> values = new TreeSet<>();
        if (node.isArray()) {
            node.forEach(value -> values.add(value.toString()));
        } else {
            values.add(node.toString());
        }
        return values;
    }
}
