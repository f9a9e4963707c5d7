package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the answer to a POST under the caller's key, in the transaction of its effect. A key is the caller's own:
 * another user's or tenant's equal key is another key. Only success is remembered; a refused request may be mended and
 * sent again under its key.
 */
@ApplicationScoped
class IdempotencyKeys {

    private static final Duration LIFETIME = Duration.ofHours(24);

    /** Of twins in flight one gets the lock; it ends with the transaction, after which the answer is there to be read. */
    private static final String LOCK =
            "SELECT pg_try_advisory_xact_lock(hashtextextended($1::text || $2::text || $3, 0)) AS locked";

    private static final String FIND = """
            SELECT request, status, headers, body FROM idempotency_keys
            WHERE tenant_id = $1 AND user_id = $2 AND key = $3 AND created_at > $4""";

    private static final String STORE = """
            INSERT INTO idempotency_keys (tenant_id, user_id, key, request, status, headers, body, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT ON CONSTRAINT idempotency_keys_pk DO UPDATE
            SET request = excluded.request, status = excluded.status, headers = excluded.headers,
                body = excluded.body, created_at = excluded.created_at""";

    private final KeyOfRequest keyOfRequest;
    private final CurrentRequest request;
    private final ObjectMapper json;
    private final Clock clock;
    private final IdempotencyMetrics metrics;

    IdempotencyKeys(
            KeyOfRequest keyOfRequest,
            CurrentRequest request,
            ObjectMapper json,
            Clock clock,
            IdempotencyMetrics metrics) {
        this.keyOfRequest = keyOfRequest;
        this.request = request;
        this.json = json;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Runs the work through the given kind of transaction, once in effect where the request carries a key. */
    Uni<Response> wrap(@Nullable Object body, Function<Tx, Uni<Answer>> work, Transaction transaction) {
        return Uni.createFrom()
                .deferred(() -> {
                    IdempotencyKey key = keyOfRequest.read(body);
                    return key == null
                            ? transaction.run(null, work)
                            : transaction.run(
                                    List.of(request.caller().userId(), key.text()), tx -> once(tx, key, work));
                })
                .map(Answer::toResponse);
    }

    private Uni<Answer> once(Tx tx, IdempotencyKey key, Function<Tx, Uni<Answer>> work) {
        UUID user = request.caller().userId();
        return tx.sql(LOCK, tx.tenant().toString(), user.toString(), key.text())
                .invoke(this::refuseTwin)
                .chain(() -> tx.sql(FIND, tx.tenant(), user, key.text(), now().minus(LIFETIME)))
                .chain(found -> found.rowCount() > 0
                        ? Uni.createFrom().item(replay(found.iterator().next(), key))
                        : work.apply(tx).chain(answer -> store(tx, user, key, answer)));
    }

    private void refuseTwin(RowSet<Row> lock) {
        if (!lock.iterator().next().getBoolean("locked")) {
            metrics.twin();
            throw Problem.conflict("A request with this Idempotency-Key is still in progress")
                    .header("Retry-After", "1");
        }
    }

    private Answer replay(Row stored, IdempotencyKey key) {
        if (!MessageDigest.isEqual(stored.getBuffer("request").getBytes(), key.request())) {
            metrics.reused();
            throw Problem.of(ErrorCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for a different request");
        }
        metrics.replayed();
        Map<String, String> headers = new HashMap<>();
        stored.getJsonObject("headers").forEach(header -> headers.put(header.getKey(), (String) header.getValue()));
        headers.put("Idempotency-Replayed", "true");
        var body = stored.getBuffer("body");
        return new Answer(stored.getShort("status"), body == null ? null : body.getBytes(), headers);
    }

    private Uni<Answer> store(Tx tx, UUID user, IdempotencyKey key, Answer answer) {
        Answer kept = answer.entity() instanceof Secretive secretive
                ? new Answer(answer.status(), secretive.withoutSecret(), answer.headers())
                : answer;
        Answer rendered = render(kept);
        byte[] body = (byte[]) rendered.entity();
        return tx.sql(
                        STORE,
                        tx.tenant(),
                        user,
                        key.text(),
                        Buffer.buffer(key.request()),
                        (short) rendered.status(),
                        new JsonObject(new HashMap<>(rendered.headers())),
                        body == null ? null : Buffer.buffer(body),
                        now())
                .replaceWith(answer.entity() instanceof Secretive ? answer : rendered);
    }

    private Answer render(Answer answer) {
        if (answer.entity() == null) {
            return answer;
        }
        try {
            return new Answer(answer.status(), json.writeValueAsBytes(answer.entity()), answer.headers())
                    .header("Content-Type", "application/json");
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("An answer cannot be rendered", unwritable);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** A kind of transaction. */
    interface Transaction {

        /** @param twins equal for requests of which only one may be under way; null where there are none */
        Uni<Answer> run(@Nullable Object twins, Function<Tx, Uni<Answer>> work);
    }
}
