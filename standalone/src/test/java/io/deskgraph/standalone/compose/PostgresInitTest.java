package io.deskgraph.standalone.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script asks of psql, which here only writes down how it was called. */
class PostgresInitTest {

    private static final Path SCRIPT = Repository.path("deploy/docker/postgres-init.sh");
    private static final Pattern DATABASE = Pattern.compile("-v db=(\\w+)");
    private static final Pattern PARAMETER = Pattern.compile(":'(\\w+)'");

    @TempDir
    private Path directory;

    private Path calls;

    @BeforeEach
    void install() throws IOException {
        calls = directory.resolve("calls");
        Path psql = Files.writeString(directory.resolve("psql"), """
                #!/bin/sh
                echo "$0 $*" >>'%1$s'
                cat >>'%1$s'
                """.formatted(calls));
        assertTrue(psql.toFile().setExecutable(true));
    }

    @Test
    void eachServiceGetsItsDatabase() throws IOException {
        // Given
        Set<String> expected = ComposeFile.MODULES.values().stream()
                .map(module -> Configuration.of(module).value("deskgraph.db.name"))
                .collect(Collectors.toSet());

        // When
        Script run = Script.run(SCRIPT, environment());

        // Then
        assertEquals(0, run.exitCode(), run.output());
        Set<String> made = DATABASE.matcher(Files.readString(calls))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertEquals(expected, made);
    }

    @Test
    void everyParameterOfTheProvisioningScriptIsGiven() throws IOException {
        // Given
        Set<String> parameters = PARAMETER
                .matcher(Repository.text("embedded/src/main/resources/io/deskgraph/embedded/provision-service.sql"))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("db"))
                .collect(Collectors.toSet());

        // When
        Script.run(SCRIPT, environment());

        // Then
        List<String> input = Files.readAllLines(calls);
        assertFalse(parameters.isEmpty());
        for (String parameter : parameters) {
            String variable = "LINKS_" + parameter.toUpperCase(java.util.Locale.ROOT);
            assertTrue(input.contains("\\getenv " + parameter + " " + variable), parameter);
        }
        assertTrue(input.contains("\\i '/provision/provision-service.sql'"));
    }

    @Test
    void noPasswordIsAnArgument() throws IOException {
        Script.run(SCRIPT, environment());

        assertFalse(Files.readString(calls).contains("hidden"));
    }

    @Test
    void withoutAPasswordNothingIsMade() {
        // Given
        Map<String, String> environment = environment();
        environment.remove("IDENTITY_APP_PASSWORD");

        // When
        Script run = Script.run(SCRIPT, environment);

        // Then
        assertNotEquals(0, run.exitCode());
        assertTrue(run.output().contains("IDENTITY_APP_PASSWORD is not set"), run.output());
        assertFalse(Files.exists(calls));
    }

    @Test
    void aFailureOfOneDatabaseEndsTheStart() throws IOException {
        // Given
        Files.writeString(directory.resolve("psql"), "#!/bin/sh\nexit 3\n");

        // When
        Script run = Script.run(SCRIPT, environment());

        // Then
        assertEquals(3, run.exitCode());
    }

    /** As compose gives it to the server. */
    private Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>();
        ComposeFile.parse(Repository.text("docker-compose.yml"))
                .service("postgres")
                .environment()
                .keySet()
                .forEach(name -> variables.put(name, "hidden"));
        variables.put("PATH", directory + ":" + System.getenv("PATH"));
        return variables;
    }
}
