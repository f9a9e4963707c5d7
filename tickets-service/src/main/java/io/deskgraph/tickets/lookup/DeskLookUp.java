package io.deskgraph.tickets.lookup;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.lookup.LookUp;
import io.deskgraph.kit.lookup.LookUpKind;
import io.deskgraph.kit.lookup.LookUpNames;
import io.deskgraph.kit.problem.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A kind of look-up that tickets refer to. */
public abstract class DeskLookUp<E extends LookUp, R extends Record, V extends Record> extends LookUpKind<E, R, V> {

    protected DeskLookUp(Class<E> entity, Class<R> request, String kind, String idMember, String nameMember) {
        super(entity, request, new LookUpNames(Topics.TICKETS, kind, idMember, nameMember));
    }

    @Override
    protected Object envelope(Rendered view) {
        return DataEnvelope.of(view);
    }

    /** Refuses to change a member on which others rely. */
    protected static void requireSame(String member, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            throw Problem.invalid(member, "Cannot be changed");
        }
    }

    protected static <T> T or(@Nullable T sent, T absent) {
        return sent == null ? absent : sent;
    }
}
