package io.deskgraph.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Counts bad credentials by address. An address that has sent too many is told so for a while instead of what is wrong
 * with the next one. A good credential passes all the same: others may sit behind that address.
 */
@ApplicationScoped
public class LockOut {

    private final LockOutConfig config;
    private final Cache<String, Guesses> guesses;
    private final Clock clock;

    LockOut(LockOutConfig config, Clock clock) {
        this.config = config;
        this.guesses = Caffeine.newBuilder()
                .maximumSize(config.addresses())
                .expireAfterAccess(config.period().multipliedBy(2))
                .build();
        this.clock = clock;
    }

    /** What to answer for a bad credential: what is wrong with it or, after too many, that there were too many. */
    public Problem after(Problem refusal, String address) {
        Guesses ofAddress = guesses.get(AddressBlock.of(address), unseen -> new Guesses());
        long wait = ofAddress.another(clock.millis(), config.period().toMillis(), config.failures());
        if (wait == 0) {
            return refusal;
        }
        return Problem.of(ErrorCode.RATE_LIMITED, "Too many failed attempts from this address")
                .header("Retry-After", Long.toString((wait + 999) / 1000));
    }

    private static final class Guesses {

        private long since;
        private int count;
        private long shutUntil;

        /** The milliseconds for which the address is still shut out; 0 if it is not. */
        synchronized long another(long now, long period, int most) {
            if (now < shutUntil) {
                return shutUntil - now;
            }
            if (now - since >= period) {
                since = now;
                count = 0;
            }
            count++;
            if (count >= most) {
                shutUntil = now + period;
                since = shutUntil;
                count = 0;
            }
            return 0;
        }
    }
}
