package io.deskgraph.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The data directory: creates it when it is empty and clears what a crash has left behind. */
final class PostgresCluster {
    private static final Duration INIT_DEADLINE = Duration.ofSeconds(60);
    private static final Duration ORPHAN_DEADLINE = Duration.ofSeconds(15);

    private final Path home;
    private final PostgresServer.Options options;

    PostgresCluster(Path home, PostgresServer.Options options) {
        this.home = home;
        this.options = options;
    }

    void prepare() {
        try {
            if (Files.exists(options.dataDir().resolve("PG_VERSION"))) {
                releaseDataDirectory();
            } else {
                create();
            }
        } catch (IOException e) {
            throw new EmbeddedServerException("PostgreSQL's data directory cannot be used: " + e.getMessage(), e);
        }
    }

    private void create() throws IOException {
        Path parent = options.dataDir().toAbsolutePath().resolve("..").normalize();
        Files.createDirectories(parent);
        Path passwordFile = Files.createTempFile(
                parent,
                "postgres-",
                ".pw",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, options.superuserPassword());
            initdb(parent, passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private void initdb(Path parent, Path passwordFile) {
        ProcessBuilder command = PostgresCommand.of(home, parent, "initdb", initArguments(passwordFile));
        ChildProcess initdb = ChildProcess.start("initdb", command, options.logFile(), "TERM");
        if (!initdb.endsWithin(INIT_DEADLINE)) {
            initdb.killHard();
            throw new EmbeddedServerException("initdb did not finish within " + INIT_DEADLINE.toSeconds() + " s");
        }
        if (initdb.exitCode() != 0) {
            String hint = PostgresCommand.isRoot(parent)
                    ? "\nPostgreSQL does not run as root, and this machine may not allow user namespaces: use an ordinary user."
                    : "";
            throw new EmbeddedServerException("initdb failed:\n" + initdb.lastLines(15) + hint);
        }
    }

    private List<String> initArguments(Path passwordFile) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + options.dataDir(),
                "--username=" + PostgresServer.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The built-in provider sorts and folds case the same on every operating system.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=" + systemLocale(),
                "--lc-messages=C"));
        if (!options.durable()) {
            arguments.add("--no-sync");
        }
        return arguments;
    }

    private static String systemLocale() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        return mac ? "en_US.UTF-8" : "C.UTF-8";
    }

    /**
     * A dead server's pid file is the server's own business: it looks whether the old one's shared memory is still in
     * use. We only help with what it cannot know: a server of a killed launcher is stopped, and a number that
     * meanwhile belongs to another program does not count.
     */
    private void releaseDataDirectory() throws IOException {
        Path pidFile = options.dataDir().resolve("postmaster.pid");
        Optional<ProcessHandle> recorded = recordedProcess(pidFile);
        if (recorded.isEmpty()) {
            return;
        }
        if (isPostgres(recorded.get())) {
            stopOrphan(recorded.get());
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<ProcessHandle> recordedProcess(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readString(pidFile)
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .flatMap(ProcessHandle::of);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    private static void stopOrphan(ProcessHandle orphan) {
        ChildProcess.signal(orphan, "INT");
        boolean gone = Deadline.in(ORPHAN_DEADLINE).await(() -> !orphan.isAlive());
        if (!gone) {
            throw new EmbeddedServerException("An earlier PostgreSQL (process " + orphan.pid() + ") does not stop");
        }
    }
}
