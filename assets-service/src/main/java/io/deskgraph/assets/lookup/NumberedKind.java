package io.deskgraph.assets.lookup;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.lookup.LookUpKey;
import io.deskgraph.kit.lookup.LookUpKind;
import io.deskgraph.kit.lookup.LookUpNames;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A kind of look-up that has a number beside its id, and a name that no other of its kind has. */
public abstract class NumberedKind<E extends NumberedLookUp, R extends Record, V extends Record>
        extends LookUpKind<E, R, V> {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private static final String NEXT_NUMBER = """
            INSERT INTO number_counters AS n (tenant_id, kind, last_number) VALUES ($1, $2, 1)
            ON CONFLICT ON CONSTRAINT number_counters_pk DO UPDATE SET last_number = n.last_number + 1
            RETURNING last_number""";

    private final String kind;

    protected NumberedKind(Class<E> entity, Class<R> request, String kind) {
        super(entity, request, new LookUpNames(Topics.ASSETS, kind, "uuid", "name"));
        this.kind = kind;
    }

    @Override
    protected Uni<Void> begin(Tx tx, E row, R request) {
        return tx.sql(NEXT_NUMBER, tx.tenant(), kind)
                .invoke(counted -> row.number = counted.iterator().next().getLong("last_number"))
                .replaceWithVoid();
    }

    /** Subscribers know the row by its id; what the API calls id here is only its number. */
    @Override
    protected void attributes(Map<String, @Nullable Object> members) {
        members.put("number", members.remove("id"));
    }

    @Override
    protected LookUpKey key(String text) {
        return NUMBER.matcher(text).matches() ? new LookUpKey("number", Long.parseLong(text)) : super.key(text);
    }

    @Override
    protected Object key(E row) {
        return row.number;
    }
}
