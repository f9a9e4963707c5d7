package io.deskgraph.standalone.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the JVM that runs the tests, and a program of one class. */
class ClassArchiveTest {
    private static final int ENDED = 0;
    private static final int TOLD_TO_STOP = 128 + 15;
    private static final int KILLED = 128 + 9;

    private final Path archives;
    private final Path jar;

    ClassArchiveTest(@TempDir Path directory) throws IOException {
        this.archives = Files.createDirectory(directory.resolve("archives"));
        this.jar = directory.resolve("program.jar");
    }

    /** What is archived. */
    public static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            System.out.println("it works");
        }
    }

    @BeforeEach
    void build() throws IOException {
        String entry = Program.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream output = new JarOutputStream(file);
                InputStream code = Program.class.getClassLoader().getResourceAsStream(entry)) {
            output.putNextEntry(new JarEntry(entry));
            long unused = Objects.requireNonNull(code).transferTo(output);
        }
    }

    @Test
    void aCleanEndLeavesWhatTheNextStartReads() throws Exception {
        // Given
        ClassArchive first = archive();
        String before = run(first);
        first.keep(TOLD_TO_STOP);

        // When
        String after = run(archive());

        // Then
        String fromTheArchive = Program.class.getName() + " source: shared objects file";
        assertFalse(before.contains(fromTheArchive), before);
        assertTrue(after.contains(fromTheArchive), after);
        assertEquals(1, files().size(), files().toString());
    }

    @Test
    void whatAKilledProcessHasWrittenIsNotRead() throws Exception {
        // Given
        ClassArchive first = archive();
        String unused = run(first);

        // When
        first.keep(KILLED);

        // Then
        assertTrue(archive().flags().get(0).startsWith("-XX:ArchiveClassesAtExit="));
        assertEquals(List.of(), files());
    }

    @Test
    void aDamagedArchiveDoesNotKeepTheProgramFromStarting() throws Exception {
        // Given
        ClassArchive first = archive();
        String unused = run(first);
        first.keep(ENDED);
        Files.writeString(archives.resolve(files().get(0)), "half of it");

        // When
        String output = run(archive());

        // Then
        assertTrue(output.contains("it works"), output);
    }

    @Test
    void anArchiveGoesWithTheJarsItWasMadeFrom() throws Exception {
        // Given
        ClassArchive first = archive();
        String unused = run(first);
        first.keep(ENDED);
        Path foreign = Files.createFile(archives.resolve("other-1.jsa"));

        // When
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        ClassArchive rebuilt = archive();

        // Then
        assertTrue(rebuilt.flags().get(0).startsWith("-XX:ArchiveClassesAtExit="));
        assertEquals(List.of(foreign.getFileName().toString()), files());
    }

    @Test
    void thereIsNoneWithoutAPlaceForItOrForClassesOutsideOfJars() {
        assertNull(ClassArchive.of(archives.resolve("missing"), "program", List.of(jar)));
        assertNull(ClassArchive.of(archives, "program", List.of(jar, archives)));
    }

    private ClassArchive archive() {
        ClassArchive archive = ClassArchive.of(archives, "program", List.of(jar));
        assertNotNull(archive);
        return archive;
    }

    /** What it says, and from where it took its classes. */
    private String run(ClassArchive archive) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(archive.flags());
        command.addAll(List.of("-Xlog:class+load", "-cp", jar.toString(), Program.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(archives)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
