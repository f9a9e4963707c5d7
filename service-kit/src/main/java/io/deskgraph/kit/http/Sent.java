package io.deskgraph.kit.http;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body that knows which of its members were sent, for partial updates, where null clears and absent keeps.
 *
 * @param names the members as they were on the wire
 */
@JsonDeserialize(using = SentReader.class)
public record Sent<T>(T body, Set<String> names) {

    public Sent {
        names = Set.copyOf(names);
    }

    /** @param value the same member as the body has it */
    public <V> Member<V> member(String name, @Nullable V value) {
        return new Member<>(name, names.contains(name), value);
    }
}
