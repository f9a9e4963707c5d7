package io.deskgraph.kit.lookup;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells subscribers of look-ups: the view's members, without those that every event has anyway. */
@Singleton
class LookUpEvents {

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> MEMBERS = new TypeReference<>() {};
    private static final Set<String> BOOKKEEPING = Set.of("tenant", "created_at", "updated_at");

    private final Outbox outbox;
    private final ObjectMapper json;

    LookUpEvents(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    <E extends LookUp, V extends Record> Uni<Void> created(Tx tx, LookUpKind<E, ?, V> kind, E row) {
        ReferenceState now = state(kind, row, kind.view(row), row.version);
        return outbox.append(tx, now.written(kind.names.topic(), Map.of()));
    }

    <E extends LookUp, V extends Record> Uni<Void> changed(Tx tx, LookUpKind<E, ?, V> kind, V before, E row) {
        ReferenceState then = state(kind, row, before, row.version - 1);
        ReferenceState now = state(kind, row, kind.view(row), row.version);
        return outbox.append(tx, now.written(kind.names.topic(), now.changedSince(then)));
    }

    <E extends LookUp> Uni<Void> deleted(Tx tx, LookUpKind<E, ?, ?> kind, E row) {
        LookUpNames names = kind.names;
        return outbox.append(
                tx, ReferenceState.deleted(names.topic(), names.kind(), row.id.toString(), row.version + 1L));
    }

    private <E extends LookUp, V extends Record> ReferenceState state(
            LookUpKind<E, ?, V> kind, E row, V view, long version) {
        Map<String, @Nullable Object> members = json.convertValue(view, MEMBERS);
        String name = String.valueOf(members.remove(kind.names.nameMember()));
        members.remove(kind.names.idMember());
        members.keySet().removeAll(BOOKKEEPING);
        kind.attributes(members);
        return new ReferenceState(kind.names.kind(), row.id.toString(), name, members, version);
    }
}
