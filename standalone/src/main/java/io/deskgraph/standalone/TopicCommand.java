package io.deskgraph.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.standalone.suite.LaunchException;
import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.Operator;
import io.deskgraph.standalone.suite.Operator.Task;
import io.deskgraph.standalone.suite.Progress;
import io.deskgraph.standalone.suite.RunLock;
import io.deskgraph.standalone.suite.RunState;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Has a service of the running suite do something with its topics. Exit code 1 when part of it could not be done. */
abstract class TopicCommand implements Callable<Integer> {
    private static final String SUFFIX = "-service";
    private static final long PAUSE_MILLIS = 200;

    private final Layout layout;
    private final PrintStream out;
    private final Task task;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "tickets, assets or links.")
    private String service = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TOPIC",
            description = "Only this topic, e.g. assets or deskgraph.assets; all that the service can if left out.")
    private @Nullable String topic;

    TopicCommand(Layout layout, PrintStream out, Task task) {
        this.layout = layout;
        this.out = out;
        this.task = task;
    }

    @Override
    public Integer call() {
        Operator operator = new Operator(managementPort());
        Progress progress = new Progress(out);
        int failed = 0;
        for (String one : topics(operator)) {
            progress.say(service, task.doing() + " " + one);
            JsonNode report = run(operator, one, progress);
            progress.say(service, one + ": " + summary(report));
            failed += report.path("failed").asInt();
        }
        if (failed > 0) {
            progress.say(service, failed + " failed; its log tells why");
        }
        return failed == 0 ? 0 : Main.FAILED;
    }

    private int managementPort() {
        if (!RunLock.isHeld(layout)) {
            throw new LaunchException("Deskgraph is not running. Start it: ./deskgraph up");
        }
        List<RunState.Process> processes = RunState.load(layout).map(RunState::processes).orElse(List.of()).stream()
                .filter(process -> process.managementPort() != 0)
                .toList();
        return processes.stream()
                .filter(process ->
                        process.name().equals(service) || process.name().equals(service + SUFFIX))
                .findFirst()
                .map(RunState.Process::managementPort)
                .orElseThrow(
                        () -> new LaunchException("No service " + service + " runs. There are: " + names(processes)));
    }

    private static String names(List<RunState.Process> processes) {
        return processes.stream().map(RunState.Process::name).collect(Collectors.joining(", "));
    }

    private List<String> topics(Operator operator) {
        List<String> known = operator.topics(task);
        if (topic == null) {
            return known;
        }
        String wanted = topic.startsWith("deskgraph.") ? topic : "deskgraph." + topic;
        if (!known.contains(wanted)) {
            String which = known.isEmpty() ? "none" : String.join(", ", known);
            throw new LaunchException(service + " cannot " + task.verb() + " " + wanted + ". It can: " + which);
        }
        return List.of(wanted);
    }

    private JsonNode run(Operator operator, String one, Progress progress) {
        CompletableFuture<JsonNode> work = CompletableFuture.supplyAsync(() -> operator.run(task, one));
        while (true) {
            try {
                return work.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException underWay) {
                progress.stillAlive(service, "still " + task.doing() + " " + one);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof LaunchException refused ? refused : new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LaunchException("Interrupted; the service goes on " + task.doing() + " " + one, e);
            }
        }
    }

    /** {@code subjects 412, failed 0, removed 1}. */
    private static String summary(JsonNode report) {
        List<String> counts = new ArrayList<>();
        report.properties().forEach(member -> {
            if (member.getValue().isNumber()) {
                counts.add(member.getKey() + " " + member.getValue());
            }
        });
        return String.join(", ", counts);
    }
}
