package io.deskgraph.standalone;

import io.deskgraph.standalone.demo.DemoTour;
import io.deskgraph.standalone.suite.Credentials;
import io.deskgraph.standalone.suite.LaunchException;
import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.RunLock;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The guided tour against the running suite. */
@Command(
        name = "demo",
        description = "Link a ticket to an asset with real calls and show both sides and the event.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Layout layout;
    private final PrintStream out;

    DemoCommand(Layout layout, PrintStream out) {
        this.layout = layout;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (!RunLock.isHeld(layout)) {
            throw new LaunchException("Deskgraph is not running. Start it: ./deskgraph up");
        }
        new DemoTour(Credentials.load(layout), out).run();
        return 0;
    }
}
