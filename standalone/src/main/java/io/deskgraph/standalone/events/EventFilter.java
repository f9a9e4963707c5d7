package io.deskgraph.standalone.events;

import io.deskgraph.standalone.suite.Credentials;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which events are shown. */
public interface EventFilter extends Predicate<Event> {

    /** The tenant is a slug of the running suite or any tenant's id; null for all of them. */
    static EventFilter byTenant(Credentials credentials, @Nullable String tenant) {
        if (tenant == null) {
            return event -> true;
        }
        String id = credentials.tenants().stream()
                .filter(known -> known.slug().equals(tenant))
                .map(known -> known.tenantId().toString())
                .findFirst()
                .orElse(tenant);
        return event -> event.tenantId().equals(id);
    }
}
