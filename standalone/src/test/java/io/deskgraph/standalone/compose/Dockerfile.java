package io.deskgraph.standalone.compose;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The instructions of the image's file, one line each, without comments. */
public record Dockerfile(List<Instruction> instructions) {

    /** What a Quarkus build leaves in its directory and a process needs. */
    static final Set<String> APPLICATION = Set.of("lib/", "quarkus-run.jar", "quarkus/", "app/");

    public record Instruction(String name, String arguments) {}

    public static Dockerfile read() {
        return parse(Repository.text("deploy/docker/Dockerfile.jvm"));
    }

    static Dockerfile parse(String text) {
        String joined = text.replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n\\s*", "");
        return new Dockerfile(joined.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" ", 2))
                .map(words -> new Instruction(words[0], words[1]))
                .toList());
    }

    List<String> all(String name) {
        return instructions.stream()
                .filter(instruction -> instruction.name().equals(name))
                .map(Instruction::arguments)
                .toList();
    }

    /** Which instruction this is, counted from the first; -1 if there is none. */
    int place(String name, String part) {
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            if (instruction.name().equals(name) && instruction.arguments().contains(part)) {
                return i;
            }
        }
        return -1;
    }

    /** Sources of all copies. */
    List<String> copied() {
        return all("COPY").stream()
                .map(line -> Arrays.stream(line.split(" "))
                        .filter(word -> !word.startsWith("--"))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        all("ENV").forEach(line -> Arrays.stream(line.split(" "))
                .map(word -> word.split("=", 2))
                .forEach(pair -> variables.put(pair[0], pair[1])));
        return variables;
    }
}
