package io.deskgraph.standalone;

import io.deskgraph.contracts.Topics;
import io.deskgraph.standalone.events.EventFilter;
import io.deskgraph.standalone.events.EventPrinter;
import io.deskgraph.standalone.events.EventTail;
import io.deskgraph.standalone.suite.Credentials;
import io.deskgraph.standalone.suite.LaunchException;
import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.RunLock;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Follows the event topics until Ctrl-C. */
@Command(name = "events", description = "Follow the event topics; Ctrl-C ends.", mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {
    private final Layout layout;
    private final PrintStream out;

    @Option(names = "--topic", description = "Only this topic, e.g. links or deskgraph.links.", paramLabel = "T")
    private @Nullable String topic;

    @Option(names = "--tenant", description = "Only this tenant: its slug or its id.", paramLabel = "T")
    private @Nullable String tenant;

    @Option(names = "--from-beginning", description = "Start with the oldest event instead of the next one.")
    private boolean fromBeginning;

    EventsCommand(Layout layout, PrintStream out) {
        this.layout = layout;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (!RunLock.isHeld(layout)) {
            throw new LaunchException("Deskgraph is not running. Start it: ./deskgraph up");
        }
        Credentials credentials = Credentials.load(layout);
        EventFilter filter = EventFilter.byTenant(credentials, tenant);
        EventPrinter printer = new EventPrinter(credentials, out);
        try (EventTail tail = EventTail.of(credentials.kafka(), topics(), fromBeginning)) {
            while (!Thread.currentThread().isInterrupted()) {
                tail.poll(Duration.ofMillis(500)).stream().filter(filter).forEach(printer::print);
            }
        }
        return 0;
    }

    private List<String> topics() {
        if (topic == null) {
            return Topics.ALL;
        }
        return List.of(topic.startsWith("deskgraph.") ? topic : "deskgraph." + topic);
    }
}
