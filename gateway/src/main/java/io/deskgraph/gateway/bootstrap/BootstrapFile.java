package io.deskgraph.gateway.bootstrap;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The file's content. */
record BootstrapFile(@Nullable List<TenantEntry> tenants) {

    /** @param hosts absent: the tenant's name under the root domain */
    record TenantEntry(
            UUID tenantId,
            String slug,
            String name,
            boolean msp,
            @Nullable List<String> hosts,
            @Nullable List<UserEntry> users) {}

    record UserEntry(
            UUID userId,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            List<String> roles,
            @Nullable List<KeyEntry> keys) {}

    /** Holds a secret, so it does not say what it holds. */
    record KeyEntry(String name, String key) {

        @Override
        public String toString() {
            return "KeyEntry[" + name + "]";
        }
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
