package io.deskgraph.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.contracts.Fact;
import io.deskgraph.kit.inbox.OwnTable.Types;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells subscribers what is true instead of what they heard last, one version further on. */
final class Correction {

    private static final Set<String> BOOKKEEPING = Set.of("version", "updated_at", "updated_by");
    private static final String LAST_RESORT = "updated_at";

    private Correction() {}

    /** It is not there. */
    static Fact withdrawal(OwnTable table, ReceivedEvent last) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.putNull("after");
        payload.putObject("changed");
        table.types()
                .remains()
                .forEach(member -> payload.set(member, last.after().path(member)));
        return fact(table, table.types().deleted(), last, payload);
    }

    /** It is as it was then. */
    static Fact restatement(OwnTable table, ReceivedEvent last, ReceivedEvent then) {
        Types types = table.types();
        boolean anew = last.isDeletion() || types.created().equals(types.updated());
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        ObjectNode after = then.after().deepCopy();
        payload.set("after", after.put("version", last.version() + 1));
        payload.set("changed", anew ? JsonNodeFactory.instance.objectNode() : changed(last.after(), after));
        return fact(table, anew ? types.created() : types.updated(), last, payload);
    }

    private static Fact fact(OwnTable table, String type, ReceivedEvent last, ObjectNode payload) {
        return Fact.of(table.topic(), type, last.subject(), last.version() + 1, payload);
    }

    /** Where nothing else differs, what was told last hung on the row and not in it: then at least the time does. */
    private static ObjectNode changed(JsonNode last, JsonNode now) {
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        Set<String> members = new LinkedHashSet<>();
        now.fieldNames().forEachRemaining(members::add);
        members.removeAll(BOOKKEEPING);
        members.removeIf(member -> now.path(member).equals(last.path(member)));
        if (members.isEmpty()) {
            members.add(LAST_RESORT);
        }
        for (String member : members) {
            ObjectNode change = changed.putObject(member);
            change.set("old", last.path(member).isMissingNode() ? change.nullNode() : last.path(member));
            change.set("new", now.path(member).isMissingNode() ? change.nullNode() : now.path(member));
        }
        return changed;
    }
}
