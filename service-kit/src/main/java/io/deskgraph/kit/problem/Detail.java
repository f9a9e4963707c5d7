package io.deskgraph.kit.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with one member of the request.
 *
 * @param path the member's names and indexes as they are on the wire
 * @param pointer the same as a JSON pointer
 */
public record Detail(List<Object> path, String message, String pointer) {

    public Detail {
        path = List.copyOf(path);
    }

    public static Detail of(List<Object> path, String message) {
        return new Detail(path, message, pointer(path));
    }

    public static Detail of(String member, String message) {
        return of(List.of(member), message);
    }

    private static String pointer(List<Object> path) {
        return path.stream().map(step -> "/" + escape(step.toString())).collect(Collectors.joining());
    }

    private static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
