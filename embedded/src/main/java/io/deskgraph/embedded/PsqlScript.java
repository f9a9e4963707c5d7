package io.deskgraph.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the few constructs of psql that our provisioning script uses, so that one file serves the embedded server here
 * and psql in a container: {@code :'variable'}, {@code :"variable"}, {@code \gexec}, {@code \connect} and plain
 * statements that end with the line.
 */
final class PsqlScript {
    private static final Pattern VARIABLE = Pattern.compile(":(['\"])([a-z_]+)\\1");
    private static final String GEXEC = "\\gexec";
    private static final String CONNECT = "\\connect ";

    private final List<String> commands;

    private PsqlScript(List<String> commands) {
        this.commands = commands;
    }

    /** Where a script's next statements go. */
    interface Server {
        Connection connect(String database) throws SQLException;
    }

    static PsqlScript fromResource(String name, Map<String, String> variables) {
        try (InputStream resource = PsqlScript.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new EmbeddedServerException("Missing resource " + name);
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return new PsqlScript(split(substitute(text, variables)));
        } catch (IOException e) {
            throw new EmbeddedServerException("Unreadable resource " + name, e);
        }
    }

    private static String substitute(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            String value = variables.get(match.group(2));
            if (value == null) {
                throw new EmbeddedServerException("No value for " + match.group());
            }
            String quote = match.group(1);
            return Matcher.quoteReplacement(quote + value.replace(quote, quote + quote) + quote);
        });
    }

    private static List<String> split(String text) {
        List<String> commands = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : text.lines().filter(PsqlScript::isCode).toList()) {
            current.append(line.stripTrailing()).append('\n');
            if (endsCommand(line.strip())) {
                commands.add(current.toString().strip());
                current.setLength(0);
            }
        }
        return commands;
    }

    private static boolean isCode(String line) {
        return !line.isBlank() && !line.startsWith("--");
    }

    private static boolean endsCommand(String line) {
        return line.endsWith(";") || line.endsWith(GEXEC) || line.startsWith("\\");
    }

    void run(Server server) {
        String database = "postgres";
        int next = 0;
        while (next < commands.size()) {
            next = runOn(server, database, next);
            if (next < commands.size()) {
                database = unquoted(commands.get(next++).substring(CONNECT.length()));
            }
        }
    }

    /** Runs up to the next change of database; answers where that is. */
    private int runOn(Server server, String database, int from) {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            int position = from;
            while (position < commands.size() && !commands.get(position).startsWith(CONNECT)) {
                execute(statement, commands.get(position++));
            }
            return position;
        } catch (SQLException e) {
            throw new EmbeddedServerException("Database " + database + " could not be prepared: " + e.getMessage(), e);
        }
    }

    private static void execute(Statement statement, String command) throws SQLException {
        if (!command.endsWith(GEXEC)) {
            statement.execute(command);
            return;
        }
        List<String> generated = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(command.substring(0, command.length() - GEXEC.length()))) {
            while (rows.next()) {
                generated.add(rows.getString(1));
            }
        }
        for (String sql : generated) {
            statement.execute(sql);
        }
    }

    private static String unquoted(String identifier) {
        return identifier.strip().replace("\"", "");
    }
}
