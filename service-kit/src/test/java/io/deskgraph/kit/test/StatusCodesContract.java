package io.deskgraph.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.kit.test.ApiDocument.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * After a module's tests: has every status that the OpenAPI document declares been reached, and does the table in the
 * docs say so? What an operation can never answer is left
 * out of the document, by {@code @NeverAnswers}. Subclass it as an {@code *IT} that needs no application: it reads what {@link Traffic} wrote down.
 */
public abstract class StatusCodesContract {

    /** What no client can bring about at will, or what one mechanism gives for all operations alike. */
    private static final Set<String> COMMON = Set.of("304", "413", "415", "422", "500");

    /** The table in the docs, from the module's directory. */
    protected abstract Path table();

    @Test
    void everyDeclaredStatusIsReachedByATest() throws IOException {
        Set<String> reached = Set.copyOf(ReachedStatuses.read());
        Set<String> missing = new TreeSet<>();
        for (Operation operation : document().operations()) {
            ApiDocument.statuses(operation).stream()
                    .filter(status -> mustBeReached(operation, status))
                    .map(status -> operation.name() + " " + status)
                    .filter(line -> !reached.contains(line))
                    .forEach(missing::add);
        }
        assertEquals(Set.of(), missing, () -> "declared, but no test reaches it:\n" + String.join("\n", missing));
    }

    @Test
    void theTableInTheDocsIsTheOneTheTestsGive() throws IOException {
        String expected = rendered();
        Files.writeString(ReachedStatuses.DIRECTORY.resolve(table().getFileName()), expected);
        String found = Files.exists(table()) ? Files.readString(table()) : "";
        assertEquals(expected, found, () -> "copy target/traffic/" + table().getFileName() + " to " + table());
    }

    private static boolean mustBeReached(Operation operation, String status) {
        boolean nothingToGetWrong = status.equals("400")
                && !operation.template().contains("{")
                && !operation.node().has("requestBody");
        return isItsOwn(operation, status) && !nothingToGetWrong;
    }

    /** Not one that every operation has alike, or that only a twin of the request at the same moment sees. */
    private static boolean isItsOwn(Operation operation, String status) {
        boolean twin = status.equals("409")
                && operation.node().at("/responses/409/description").asText().contains("under way");
        return !COMMON.contains(status) && !twin;
    }

    private static ApiDocument document() throws IOException {
        return new ApiDocument(new ObjectMapper()
                .readTree(ReachedStatuses.DIRECTORY.resolve("openapi.json").toFile()));
    }

    private static String rendered() throws IOException {
        List<String> reached = ReachedStatuses.read();
        String rows = document().operations().stream()
                .map(operation -> "| `" + operation.name() + "` | " + statuses(operation, reached) + " |")
                .sorted()
                .collect(Collectors.joining("\n"));
        return "# Status codes reached by tests\n\nWritten by the build from the requests its tests make. What every operation may"
                + " answer alike is left out: "
                + String.join(", ", COMMON.stream().sorted().toList())
                + ", and 409 to a request whose twin is under way.\n\n"
                + "| operation | reached |\n|---|---|\n" + rows + "\n";
    }

    private static String statuses(Operation operation, List<String> reached) {
        return reached.stream()
                .filter(line -> line.startsWith(operation.name() + " "))
                .map(line -> line.substring(operation.name().length() + 1))
                .filter(status -> isItsOwn(operation, status))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
