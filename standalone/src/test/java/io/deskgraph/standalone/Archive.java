package io.deskgraph.standalone;

import io.deskgraph.embedded.Deadline;
import io.deskgraph.embedded.PostgresServer;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

/**
 * A base backup of a server and its log from then on, by what PostgreSQL itself has for it: what {@code pg_basebackup} and
 * an archiver do, without the programs, which the embedded server does not bring.
 */
final class Archive {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Made anew by a server that starts, or belonging to the one that runs. */
    private static final Set<String> NOT_DATA = Set.of("postmaster.pid", "postmaster.opts");

    private static final Set<String> EMPTIED =
            Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_stat_tmp");

    private final Path base;
    private final Path log;

    Archive(Path directory) throws IOException {
        this.base = directory.resolve("base");
        this.log = Files.createDirectories(directory.resolve("log"));
    }

    /** In force from the server's next start on. */
    void configure(Connection server) throws SQLException {
        execute(server, "ALTER SYSTEM SET archive_mode = on");
        execute(server, "ALTER SYSTEM SET archive_command = 'test ! -f %1$s/%%f && cp %%p %1$s/%%f'".formatted(log));
    }

    /** While the server goes on. */
    void backUp(Connection server, Path data) throws SQLException, IOException {
        execute(server, "SELECT pg_backup_start('rehearsal', fast => true)");
        Files.walkFileTree(data, new Copy(data));
        Files.writeString(base.resolve("backup_label"), text(server, "SELECT labelfile FROM pg_backup_stop()"));
    }

    /** The moment as the server writes it. */
    static String moment(Connection server) throws SQLException {
        return text(server, "SELECT clock_timestamp()::text");
    }

    /** Everything that was committed by now is in the archive. */
    void complete(Connection server) throws SQLException {
        String last = text(server, "SELECT pg_walfile_name(pg_switch_wal())");
        if (!Deadline.in(PATIENCE).await(() -> Files.exists(log.resolve(last)))) {
            throw new IllegalStateException(last + " is not archived");
        }
    }

    /** A server on the backup and on what was committed up to the moment; returns when it takes writes. */
    PostgresServer restore(PostgresServer.Options like, String moment) throws IOException, SQLException {
        String settings = """
                archive_mode = off
                restore_command = 'cp %s/%%f "%%p"'
                recovery_target_time = '%s'
                recovery_target_action = promote
                """.formatted(log, moment);
        Files.writeString(base.resolve("postgresql.auto.conf"), settings, StandardOpenOption.APPEND);
        Files.createFile(base.resolve("recovery.signal"));
        PostgresServer server = PostgresServer.start(new PostgresServer.Options(
                base, 0, like.superuserPassword(), like.logFile().resolveSibling("restored.log"), true));
        try (Connection connection = server.connectAsSuperuser("postgres")) {
            if (!Deadline.in(PATIENCE).await(() -> isPromoted(connection))) {
                throw new IllegalStateException("The restored server does not end its recovery");
            }
        }
        return server;
    }

    private static boolean isPromoted(Connection server) {
        try {
            return text(server, "SELECT pg_is_in_recovery()").equals("f");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection server, String sql) throws SQLException {
        try (Statement statement = server.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    private static String text(Connection server, String sql) throws SQLException {
        try (Statement statement = server.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    private final class Copy extends SimpleFileVisitor<Path> {
        private final Path data;

        Copy(Path data) {
            this.data = data;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Path parent = directory.getParent();
            if (!directory.equals(data) && EMPTIED.contains(parent.getFileName().toString()) && inside(parent)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.copy(directory, base.resolve(data.relativize(directory)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean wanted = !NOT_DATA.contains(file.getFileName().toString())
                    && !EMPTIED.contains(file.getParent().getFileName().toString());
            if (wanted) {
                copy(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** The server removes files while it is copied; the log knows of it. */
        private void copy(Path file) throws IOException {
            try {
                Files.copy(file, base.resolve(data.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            } catch (NoSuchFileException gone) {
                return;
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private boolean inside(Path parent) {
            return parent.getParent().equals(data);
        }
    }
}
