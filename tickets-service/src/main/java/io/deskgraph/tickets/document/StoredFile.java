package io.deskgraph.tickets.document;

import io.deskgraph.kit.data.Ids;
import java.util.UUID;

/** Bytes in the store, by an id that nobody outside has chosen. */
record StoredFile(UUID tenant, UUID id) {

    static StoredFile next(UUID tenant) {
        return new StoredFile(tenant, Ids.next());
    }

    String path() {
        return tenant + "/" + id;
    }
}
