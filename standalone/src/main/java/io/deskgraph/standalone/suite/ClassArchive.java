package io.deskgraph.standalone.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a program as the JVM lays them out in memory, kept from its first clean end to its later starts, which
 * then take about half the CPU. The name of the file tells for which JVM and which jars it is good; others are removed.
 */
final class ClassArchive {
    private static final int KILLED = 128 + 9;

    private final Path file;

    private ClassArchive(Path file) {
        this.file = file;
    }

    /** @return null where none is wanted, because there is no such directory, or none is possible */
    static @Nullable ClassArchive of(Path directory, String name, List<Path> jars) {
        if (!Files.isDirectory(directory) || !jars.stream().allMatch(Files::isRegularFile)) {
            return null;
        }
        try {
            Path file = directory.resolve(name + "-" + fingerprint(jars) + ".jsa");
            removeOthers(directory, name, file);
            return new ClassArchive(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** For the JVM: it reads the archive, or writes it at the end. */
    List<String> flags() {
        String flag = Files.exists(file) ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + unfinished();
        return List.of(flag, "-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Takes what the process has written, unless it was killed, because then it may be half of it. */
    void keep(int exitCode) {
        try {
            if (exitCode != KILLED && Files.exists(unfinished())) {
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
