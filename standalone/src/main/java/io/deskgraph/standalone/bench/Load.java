package io.deskgraph.standalone.bench;

import io.deskgraph.standalone.suite.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load by wrk. Each of its threads begins at another place of the list, so that none repeats another's link. */
final class Load {
    private static final int THREADS = 2;
    private static final String SCRIPT = """
            local began = 0
            function setup(thread)
              thread:set("place", began)
              began = began + 1
            end
            function init(args)
              requests = {}
              for line in io.lines(args[1]) do
                local method, path, host, key, body = line:match("^(.-)\\t(.-)\\t(.-)\\t(.-)\\t(.*)$")
                local headers = { ["Host"] = host, ["X-API-Key"] = key }
                if body == "" then body = nil else headers["Content-Type"] = "application/json" end
                requests[#requests + 1] = wrk.format(method, path, headers, body)
              end
              at = math.floor(#requests * place / tonumber(args[2]))
            end
            function request()
              at = at % #requests + 1
              return requests[at]
            end
            """;

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private final URI gateway;

    Load(URI gateway) {
        this.gateway = gateway;
    }

    /** @param errors answers other than 2xx and 3xx, and connections that broke */
    record Measured(long requests, double perSecond, double p50Millis, double p99Millis, long errors) {}

    Measured run(Workload workload, int connections, int seconds) {
        try {
            Path script = Files.createTempFile("bench", ".lua");
            Path requests = Files.createTempFile("bench", ".requests");
            try {
                Files.writeString(script, SCRIPT);
                Files.write(
                        requests,
                        workload.requests().stream().map(Workload.Request::line).toList());
                return read(Shell.run(command(script, requests, connections, seconds), Map.of()));
            } finally {
                Files.delete(script);
                Files.delete(requests);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path script, Path requests, int connections, int seconds) {
        return List.of(
                "wrk",
                "-t" + THREADS,
                "-c" + connections,
                "-d" + seconds + "s",
                "--latency",
                "--timeout",
                "30s",
                "-s",
                script.toString(),
                gateway.toString(),
                "--",
                requests.toString(),
                String.valueOf(THREADS));
    }

    static Measured read(String report) {
        Matcher broken = BROKEN.matcher(report);
        long errors = REFUSED.matcher(report)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        for (int kind = 1; broken.reset().find() && kind <= 4; kind++) {
            errors += Long.parseLong(broken.group(kind));
        }
        return new Measured(
                (long) number(REQUESTS, report),
                number(RATE, report),
                latency(50, report),
                latency(99, report),
                errors);
    }

    private static double number(Pattern pattern, String report) {
        Matcher found = pattern.matcher(report);
        if (!found.find()) {
            throw new LaunchException("wrk said something unexpected: " + report);
        }
        return Double.parseDouble(found.group(1));
    }

    private static double latency(int percent, String report) {
        Matcher found = Pattern.compile("(?m)^\\s+" + percent + "%\\s+([\\d.]+)(us|ms|s|m)\\s*$")
                .matcher(report);
        if (!found.find()) {
            throw new LaunchException("wrk told no latency: " + report);
        }
        double value = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> value / 1000;
            case "ms" -> value;
            case "s" -> value * 1000;
            default -> value * 60_000;
        };
    }
}
