package io.deskgraph.standalone;

import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.Operator.Task;
import java.io.PrintStream;
import picocli.CommandLine.Command;

@Command(
        name = "reconcile",
        description = "After a service's database was restored: tell its topics what it has now.",
        mixinStandardHelpOptions = true)
final class ReconcileCommand extends TopicCommand {

    ReconcileCommand(Layout layout, PrintStream out) {
        super(layout, out, Task.RECONCILE);
    }
}
