package io.deskgraph.standalone;

import io.deskgraph.embedded.EmbeddedServerException;
import io.deskgraph.standalone.suite.LaunchException;
import io.deskgraph.standalone.suite.Layout;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher: {@code ./deskgraph <command>}. */
@Command(
        name = "./deskgraph",
        description = "Runs the whole suite on this machine: PostgreSQL, Kafka and the four services.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    static final int FAILED = 1;

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine commands = commands(Layout.ofEnvironment(), Clock.systemUTC(), System.out);
        System.exit(commands.execute(arguments));
    }

    static CommandLine commands(Layout layout, Clock clock, PrintStream out) {
        return new CommandLine(new Main())
                .addSubcommand(new UpCommand(layout, clock, out))
                .addSubcommand(new DownCommand(layout, out))
                .addSubcommand(new StatusCommand(layout, out))
                .addSubcommand(new DemoCommand(layout, out))
                .addSubcommand(new EventsCommand(layout, out))
                .addSubcommand(new RebuildCommand(layout, out))
                .addSubcommand(new ReplayCommand(layout, out))
                .addSubcommand(new ReconcileCommand(layout, out))
                .addSubcommand(new BenchCommand(layout, clock, out))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(Main::explain);
    }

    /** Our own exceptions are written for the person at the terminal; any other is a defect and shows its trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof LaunchException || failure instanceof EmbeddedServerException) {
            command.getErr().println("\ndeskgraph: " + failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return FAILED;
    }
}
