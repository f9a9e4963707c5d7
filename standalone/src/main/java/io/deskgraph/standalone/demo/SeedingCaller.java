package io.deskgraph.standalone.demo;

import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.client.Answer;
import io.deskgraph.standalone.client.GatewayClient;
import io.deskgraph.standalone.suite.LaunchException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Calls until the answer is final: it waits when it is told that it is too fast. */
public final class SeedingCaller implements Caller {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 503);

    private final GatewayClient client;

    public SeedingCaller(GatewayClient client) {
        this.client = client;
    }

    @Override
    public Answer get(String path) {
        return patiently("GET " + path, () -> client.get(path));
    }

    @Override
    public Answer post(String path, Object body, String idempotencyKey) {
        GatewayClient keyed = client.with("Idempotency-Key", idempotencyKey);
        return patiently("POST " + path, () -> keyed.post(path, body));
    }

    private static Answer patiently(String call, Supplier<Answer> attempt) {
        Deadline deadline = Deadline.in(PATIENCE);
        Answer answer = attempt.get();
        while (TRY_AGAIN.contains(answer.status()) && !deadline.isOver()) {
            pause(answer);
            answer = attempt.get();
        }
        if (!answer.isSuccess()) {
            throw new LaunchException("Demo data: " + call + " answered " + answer.status() + ": " + answer.text());
        }
        return answer;
    }

    private static void pause(Answer answer) {
        String seconds = answer.header("Retry-After");
        Duration wait = Duration.ofSeconds(seconds.matches("\\d{1,3}") ? Long.parseLong(seconds) : 1);
        boolean unused = Deadline.in(wait).await(() -> false);
    }
}
