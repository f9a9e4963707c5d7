package io.deskgraph.standalone;

import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.Operator.Task;
import java.io.PrintStream;
import picocli.CommandLine.Command;

@Command(
        name = "replay",
        description = "Have a service apply its dead letters once more.",
        mixinStandardHelpOptions = true)
final class ReplayCommand extends TopicCommand {

    ReplayCommand(Layout layout, PrintStream out) {
        super(layout, out, Task.REPLAY);
    }
}
