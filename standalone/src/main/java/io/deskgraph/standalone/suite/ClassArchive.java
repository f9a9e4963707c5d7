package io.deskgraph.standalone.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a program as the JVM lays them out in memory, kept from its first clean end to its later starts, which
 * then take about half the CPU. The name of the file tells for which JVM and which jars it is good; others are removed.
 */
final class ClassArchive {
    private static final String GENERATED = "quarkus/generated-bytecode.jar";
    private static final String MAIN = "io.quarkus.runner.GeneratedMain";
    private static final String LOG_MANAGER = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

    private final List<Path> jars;
    private final Path file;

    private ClassArchive(List<Path> jars, Path file) {
        this.jars = jars;
        this.file = file;
    }

    /**
     * @param application what a Quarkus build leaves behind
     * @return null where none is wanted, because there is no such directory, or none is possible
     */
    static @Nullable ClassArchive of(Path directory, String name, Path application) {
        if (!Files.isDirectory(directory) || !Files.exists(application.resolve(GENERATED))) {
            return null;
        }
        try {
            List<Path> jars = jars(application);
            Path file = directory.resolve(name + "-" + fingerprint(jars) + ".jsa");
            removeOthers(directory, name, file);
            return new ClassArchive(jars, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One class path instead of Quarkus' own class loader, because archives hold only what the JVM's loaders load. */
    private static List<Path> jars(Path application) throws IOException {
        List<Path> jars = new ArrayList<>();
        // Transformed classes come before those they were made from.
        jars.add(application.resolve("quarkus/transformed-bytecode.jar"));
        jars.add(application.resolve(GENERATED));
        for (String folder : List.of("app", "lib/main", "lib/boot")) {
            try (Stream<Path> files = Files.list(application.resolve(folder))) {
                files.filter(path -> path.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        jars.removeIf(jar -> !Files.exists(jar));
        return jars;
    }

    private static String fingerprint(List<Path> jars) throws IOException {
        StringBuilder text = new StringBuilder(System.getProperty("java.home") + System.getProperty("java.vm.version"));
        for (Path jar : jars) {
            text.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
        }
        return Integer.toHexString(text.toString().hashCode());
    }

    private static void removeOthers(Path directory, String name, Path keep) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path old : files.toList()) {
                boolean ours = old.getFileName().toString().startsWith(name + "-");
                if (ours && !old.equals(keep)) {
                    Files.delete(old);
                }
            }
        }
    }

    /** Everything behind the JVM's other flags: reads the archive, or has it written at the end. */
    List<String> command() {
        String flag = Files.exists(file) ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + unfinished();
        String path = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return List.of(flag, "-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off", LOG_MANAGER, "-cp", path, MAIN);
    }

    /** Takes what the process has written; not to be called when it was killed, because then it may be half of it. */
    void keep() {
        try {
            if (Files.exists(unfinished())) {
                Path unused = Files.move(unfinished(), file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".unfinished");
    }
}
