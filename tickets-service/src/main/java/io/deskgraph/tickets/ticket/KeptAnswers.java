package io.deskgraph.tickets.ticket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskgraph.kit.http.Rendered;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest answers to readings of single tickets, and what each was made from. Nobody tells them of changes and none of
 * them is ever given without asking the database whether it is still true: so it does not matter which replica has written.
 */
@Singleton
class KeptAnswers {

    static final String METRIC = "ticket.answers";

    /** What an answer takes besides its bytes, roughly. */
    private static final int AROUND = 512;

    private final boolean keeps;
    private final int share;
    private final Cache<Key, Kept> answers;
    private final Counter kept;
    private final Counter outdated;
    private final Counter made;

    KeptAnswers(KeptAnswersConfig config, MeterRegistry registry) {
        long room = config.size().asLongValue();
        keeps = config.entries() > 0 && room > 0;
        share = keeps ? (int) ((room + config.entries() - 1) / config.entries()) : 0;
        answers = Caffeine.newBuilder()
                .maximumWeight(keeps ? room : 0)
                .weigher(this::weigh)
                .executor(Runnable::run)
                .build();
        kept = registry.counter(METRIC, "outcome", "kept");
        outdated = registry.counter(METRIC, "outcome", "outdated");
        made = registry.counter(METRIC, "outcome", "made");
    }

    /** Tenants share nothing, not even the ticket that has the same id by chance. */
    record Key(UUID tenant, UUID ticket) {}

    record Kept(AnswerBasis basis, Rendered answer) {}

    @Nullable
    Kept find(Key ticket) {
        Kept found = keeps ? answers.getIfPresent(ticket) : null;
        if (found == null) {
            made.increment();
        }
        return found;
    }

    /** Whether the answer is still what the database would say; counted either way. */
    boolean isTrue(Kept answer, AnswerBasis now) {
        boolean same = answer.basis().equals(now);
        (same ? kept : outdated).increment();
        return same;
    }

    void keep(Key ticket, AnswerBasis basis, Rendered answer) {
        if (keeps) {
            answers.put(ticket, new Kept(basis, answer));
        }
    }

    void forget(Key ticket) {
        answers.invalidate(ticket);
    }

    long count() {
        return answers.estimatedSize();
    }

    /** Nobody weighs less than an equal share of the room, so the number of answers has its bound as their bytes have. */
    private int weigh(Key ticket, Kept answer) {
        return Math.max(share, AROUND + answer.answer().size());
    }
}
