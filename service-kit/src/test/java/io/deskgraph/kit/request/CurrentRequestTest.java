package io.deskgraph.kit.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CurrentRequestTest {

    private final CurrentRequest request = new CurrentRequest();

    @Test
    void nothingCanBeReadBeforeItIsSet() {
        assertFalse(request.hasCaller());
        assertThrows(IllegalStateException.class, request::caller);
        assertThrows(IllegalStateException.class, request::tenantId);
        assertThrows(IllegalStateException.class, request::requestId);
    }

    @Test
    void theCallerIsSetOnce() {
        Caller first = caller(Set.of("a:read"));
        request.bind(first);

        assertThrows(IllegalStateException.class, () -> request.bind(caller(Set.of())));
        assertEquals(first, request.caller());
        assertEquals(first.tenantId(), request.tenantId());
    }

    @Test
    void theIdIsSetOnce() {
        request.begin("one");

        assertThrows(IllegalStateException.class, () -> request.begin("two"));
        assertEquals("one", request.requestId());
    }

    @Test
    void aCallersPermissionsCannotGrow() {
        Set<String> permissions = new HashSet<>(Set.of("a:read"));
        Caller caller = caller(permissions);
        permissions.add("a:delete");

        assertTrue(caller.may("a:read"));
        assertFalse(caller.may("a:delete"));
    }

    private static Caller caller(Set<String> permissions) {
        return new Caller(UUID.randomUUID(), "acme", UUID.randomUUID(), "Terry", "USER", permissions, Set.of(), false);
    }
}
