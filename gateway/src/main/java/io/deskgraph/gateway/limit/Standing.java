package io.deskgraph.gateway.limit;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Where a caller stands after one more request.
 *
 * @param left requests that would pass at once
 * @param nanosToNext until one passes again; 0 if it passed
 * @param nanosToFull until the whole burst is there again
 */
record Standing(Meter meter, boolean within, long left, long nanosToNext, long nanosToFull) {

    private static final CharSequence RATE_LIMIT = HttpHeaders.createOptimized("RateLimit");
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence LIMIT = HttpHeaders.createOptimized("X-RateLimit-Limit");
    private static final CharSequence REMAINING = HttpHeaders.createOptimized("X-RateLimit-Remaining");
    private static final CharSequence RESET = HttpHeaders.createOptimized("X-RateLimit-Reset");

    /** Tells the client, whatever becomes of its request. */
    void tell(MultiMap answer, long nowMillis) {
        String rest = Long.toString(left);
        long secondsToFull = inWhole(TimeUnit.SECONDS, nanosToFull);
        answer.set(POLICY, meter.policy());
        answer.set(RATE_LIMIT, meter.name() + ";r=" + rest + ";t=" + secondsToFull);
        answer.set(LIMIT, meter.limit());
        answer.set(REMAINING, rest);
        answer.set(RESET, WholeSeconds.text(nowMillis / 1000 + secondsToFull));
    }

    Problem refusal() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("retry_after_ms", inWhole(TimeUnit.MILLISECONDS, nanosToNext));
        details.put("remaining", left);
        return Problem.of(ErrorCode.RATE_LIMITED, "Too many requests", details)
                .header("Retry-After", Long.toString(Math.max(1, inWhole(TimeUnit.SECONDS, nanosToNext))));
    }

    /** Rounded up, so that nobody who waits so long comes too early. */
    private static long inWhole(TimeUnit unit, long nanos) {
        return unit.convert(nanos + unit.toNanos(1) - 1, TimeUnit.NANOSECONDS);
    }

    /** The text of a second, which hundreds of requests share. */
    private record WholeSeconds(long second, String written) {

        private static volatile WholeSeconds last = new WholeSeconds(0, Instant.EPOCH.toString());

        static String text(long second) {
            WholeSeconds known = last;
            if (known.second != second) {
                known = new WholeSeconds(second, Instant.ofEpochSecond(second).toString());
                last = known;
            }
            return known.written;
        }
    }
}
