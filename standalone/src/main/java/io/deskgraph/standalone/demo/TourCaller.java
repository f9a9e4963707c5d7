package io.deskgraph.standalone.demo;

import io.deskgraph.standalone.client.Answer;
import io.deskgraph.standalone.client.GatewayClient;
import io.deskgraph.standalone.suite.Credentials;
import io.deskgraph.standalone.suite.Json;
import io.deskgraph.standalone.suite.LaunchException;
import java.io.PrintStream;

/** Shows each call as the curl line that does the same, and its answer; throws when the status is not the right one. */
final class TourCaller implements Caller {
    private final GatewayClient client;
    private final String address;
    private final String options;
    private final PrintStream out;

    TourCaller(Credentials credentials, String tenant, String key, PrintStream out) {
        this.client = GatewayClient.of(credentials, tenant, key);
        this.address = credentials.gateway().toString();
        this.options = "-H 'Host: " + credentials.tenant(tenant).host() + "' -H \"X-API-Key: $KEY\"";
        this.out = out;
    }

    @Override
    public Answer get(String path) {
        Answer answer = client.get(path);
        show("GET", "curl " + options + " '" + address + path + "'", answer);
        return expect(200, "GET " + path, answer);
    }

    @Override
    public Answer post(String path, Object body, String idempotencyKey) {
        Answer answer = client.with("Idempotency-Key", idempotencyKey).post(path, body);
        String json = Json.compact(body).replace("'", "'\\''");
        show(
                "POST",
                "curl " + options + " -H 'Content-Type: application/json' -H 'Idempotency-Key: " + idempotencyKey
                        + "' -d '" + json + "' '" + address + path + "'",
                answer);
        return expect(201, "POST " + path, answer);
    }

    /** Without a word, for looking again and again. */
    Answer quietly(String path) {
        return client.get(path);
    }

    void show(String path, Answer answer) {
        show("GET", "curl " + options + " '" + address + path + "'", answer);
    }

    private void show(String method, String curl, Answer answer) {
        out.println("$ " + curl);
        out.println("HTTP " + answer.status() + " to " + method);
        out.println(answer.json().isMissingNode() ? answer.text() : Json.pretty(answer.json()));
        out.println();
        out.flush();
    }

    private static Answer expect(int status, String call, Answer answer) {
        if (answer.status() != status) {
            throw new LaunchException("Not as promised: " + call + " should answer " + status + ", but answered "
                    + answer.status() + ": " + answer.text());
        }
        return answer;
    }
}
