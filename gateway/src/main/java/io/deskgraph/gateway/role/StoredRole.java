package io.deskgraph.gateway.role;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.event.Changes;
import io.deskgraph.contracts.identity.RoleState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A role with what only the unversioned dialect knows of it.
 *
 * @param source who manages it
 * @param mfaRequired kept for clients that ask for it; not evaluated
 */
record StoredRole(RoleState state, String source, @Nullable String sourceIdentifier, boolean mfaRequired) {

    Map<String, Change> changesTo(StoredRole after) {
        Map<String, Change> changes = new LinkedHashMap<>(Changes.between(state, after.state));
        put(changes, "source_identifier", sourceIdentifier, after.sourceIdentifier);
        put(changes, "mfa_required", mfaRequired, after.mfaRequired);
        return changes;
    }

    private static void put(
            Map<String, Change> changes, String member, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(member, new Change(before, after));
        }
    }
}
