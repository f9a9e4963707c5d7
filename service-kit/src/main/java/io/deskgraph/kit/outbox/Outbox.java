package io.deskgraph.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.Fact;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Writes events in the transaction that makes the change: both are committed, or neither. */
@ApplicationScoped
public class Outbox {

    private static final String APPEND = """
            INSERT INTO outbox (tenant_id, id, topic, type, subject, version, time,
                                actor_id, actor_type, causation_id, trace_parent, payload)
            SELECT $1, id, topic, type, subject, version, $2, $3, $4, coalesce(causation_id, $5), $6, payload
            FROM unnest($7::uuid[], $8::text[], $9::text[], $10::text[], $11::bigint[], $12::text[], $13::text[])
                WITH ORDINALITY AS fact (id, topic, type, subject, version, causation_id, payload, ordinal)
            ORDER BY ordinal""";

    private final ObjectMapper json;
    private final Clock clock;
    private final OriginOfRequest origins;
    private final Doorbell doorbell;

    Outbox(ObjectMapper json, Clock clock, OriginOfRequest origins, Doorbell doorbell) {
        this.json = json;
        this.clock = clock;
        this.origins = origins;
        this.doorbell = doorbell;
    }

    public Uni<Void> append(Tx tx, Fact fact) {
        return append(tx, List.of(fact));
    }

    /** All facts in one statement; none for an empty list. */
    public Uni<Void> append(Tx tx, List<Fact> facts) {
        return insert(tx, facts, ids(facts), origins.current());
    }

    /** For work that goes on after its request, or that another request has asked for. */
    public Uni<Void> append(Tx tx, Origin origin, List<Fact> facts) {
        return insert(tx, facts, ids(facts), origin);
    }

    /** As {@link #append}, and gives the id of the event, for facts that it is the cause of. */
    public Uni<UUID> publish(Tx tx, Fact fact) {
        List<Fact> facts = List.of(fact);
        UUID[] ids = ids(facts);
        return insert(tx, facts, ids, origins.current()).replaceWith(ids[0]);
    }

    /** What the system does of itself while it works on a request, each fact because of an event. */
    public Uni<Void> appendBySystem(Tx tx, List<Fact> facts) {
        return insert(tx, facts, ids(facts), Origin.SYSTEM.tracedBy(origins.current()));
    }

    private Uni<Void> insert(Tx tx, List<Fact> facts, UUID[] ids, Origin origin) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        tx.afterCommit(doorbell::ring);
        return tx.last(
                APPEND,
                tx.tenant(),
                OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC),
                origin.actorId(),
                origin.actorType(),
                origin.causationId(),
                origin.traceParent(),
                ids,
                texts(facts, Fact::topic),
                texts(facts, Fact::type),
                texts(facts, Fact::aggregateId),
                facts.stream().map(Fact::aggregateVersion).toArray(Long[]::new),
                texts(facts, Fact::causationId),
                texts(facts, this::payload));
    }

    private static UUID[] ids(List<Fact> facts) {
        return facts.stream().map(fact -> Ids.next()).toArray(UUID[]::new);
    }

    private String payload(Fact fact) {
        try {
            return json.writeValueAsString(fact.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Payload of " + fact.type() + " cannot be written as JSON", e);
        }
    }

    private static String[] texts(List<Fact> facts, Function<Fact, String> member) {
        return facts.stream().map(member).toArray(String[]::new);
    }
}
