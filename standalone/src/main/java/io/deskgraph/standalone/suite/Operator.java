package io.deskgraph.standalone.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** What an operator may ask of a service, on its management port. Each call returns when the work is done. */
public final class Operator {
    private static final HttpClient CLIENT = Http.client();
    private static final String NO_TOPIC = "-";

    private final int managementPort;

    public Operator(int managementPort) {
        this.managementPort = managementPort;
    }

    /** Something to be done with a topic. */
    public enum Task {
        /** Makes the service's copies of what the topic tells anew. */
        REBUILD("copies", "rebuild", "rebuilding the copy of"),
        /** Applies the service's dead letters of the topic once more. */
        REPLAY("dead-letters", "replay", "replaying the dead letters of"),
        /** Tells the topic what the service's restored database has. */
        RECONCILE("topics", "reconcile", "reconciling");

        private final String kind;
        private final String verb;
        private final String doing;

        Task(String kind, String verb, String doing) {
            this.kind = kind;
            this.verb = verb;
            this.doing = doing;
        }

        public String verb() {
            return verb;
        }

        /** For people, before the name of a topic. */
        public String doing() {
            return doing;
        }

        String path(String topic) {
            return "/q/" + kind + "/" + topic + "/" + verb;
        }
    }

    /** The topics with which the service can do this. */
    public List<String> topics(Task task) {
        JsonNode topics = send(task.path(NO_TOPIC), 404).path("topics");
        return StreamSupport.stream(topics.spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList();
    }

    /** The service's report. */
    public JsonNode run(Task task, String topic) {
        return send(task.path(topic), 200);
    }

    private JsonNode send(String path, int expected) {
        URI uri = URI.create(String.format(Locale.ROOT, "http://127.0.0.1:%d%s", managementPort, path));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new LaunchException("The service refuses: " + answer.statusCode() + " " + answer.body());
            }
            return Json.tree(answer.body());
        } catch (IOException e) {
            throw new LaunchException("No answer from " + uri + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while waiting for " + uri, e);
        }
    }
}
