package io.deskgraph.standalone;

import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.Operator.Task;
import java.io.PrintStream;
import picocli.CommandLine.Command;

@Command(
        name = "rebuild",
        description = "Make what a service has copied from others anew, from the beginning of their topics.",
        mixinStandardHelpOptions = true)
final class RebuildCommand extends TopicCommand {

    RebuildCommand(Layout layout, PrintStream out) {
        super(layout, out, Task.REBUILD);
    }
}
