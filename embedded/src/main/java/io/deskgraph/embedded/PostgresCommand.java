package io.deskgraph.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A call of one of PostgreSQL's programs. The server refuses to run as root, so root calls it in a user namespace. */
final class PostgresCommand {
    private PostgresCommand() {}

    static ProcessBuilder of(Path home, Path ownDirectory, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot(ownDirectory)) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // The person's own settings for psql must not reach the server's programs.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }

    /** Whoever creates a directory owns it: the one way to learn the user's number without another program. */
    static boolean isRoot(Path ownDirectory) {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(ownDirectory, "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
