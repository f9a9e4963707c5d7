package io.deskgraph.gateway.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskgraph.contracts.identity.TenantSettings.RateLimit;
import io.deskgraph.contracts.identity.TenantState;
import io.deskgraph.kit.http.Secretive;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as its operator sees it.
 *
 * @param admin there only in the answer that made the tenant
 */
@Schema(name = "Tenant")
record TenantView(
        UUID tenantId,
        String slug,
        String name,
        boolean isMsp,
        @Schema(example = "active") String status,
        SettingsView settings,
        List<HostView> hosts,
        Instant createdAt,
        Instant updatedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AdminView admin) {

    static TenantView of(TenantState tenant) {
        return with(tenant, null);
    }

    static TenantView with(TenantState tenant, @Nullable AdminView admin) {
        return new TenantView(
                tenant.tenantId(),
                tenant.slug(),
                tenant.name(),
                tenant.isMsp(),
                tenant.status(),
                SettingsView.of(tenant),
                tenant.hosts().stream()
                        .map(host -> new HostView(host.host(), host.createdAt()))
                        .toList(),
                tenant.createdAt(),
                tenant.updatedAt(),
                admin);
    }

    @Schema(name = "TenantSettings")
    record SettingsView(
            @Nullable Long assetLimit,
            @Nullable RateLimitView rateLimit,
            @Nullable String qrBaseUrl,
            List<String> corsOrigins) {

        static SettingsView of(TenantState tenant) {
            RateLimit rate = tenant.settings().rateLimit();
            return new SettingsView(
                    tenant.settings().assetLimit(),
                    rate == null ? null : new RateLimitView(rate.burst(), rate.refillPerSecond()),
                    tenant.settings().qrBaseUrl(),
                    tenant.settings().corsOrigins());
        }
    }

    @Schema(name = "TenantRateLimit")
    record RateLimitView(int burst, int refillPerSecond) {}

    @Schema(name = "TenantHost")
    record HostView(String host, Instant createdAt) {}

    /**
     * The tenant's first user.
     *
     * @param key null in a repeated answer
     */
    @Schema(name = "TenantAdmin")
    record AdminView(UUID userId, String email, @Nullable String key) {

        /** Says nothing: an answer may end up in a log. */
        @Override
        public String toString() {
            return "AdminView";
        }
    }

    /** The answer that may hold a key, once. */
    record NewTenantAnswer(TenantView data) implements Secretive {

        @Override
        public NewTenantAnswer withoutSecret() {
            return new NewTenantAnswer(data.withoutSecret());
        }
    }

    record TenantAnswer(TenantView data) {}

    private TenantView withoutSecret() {
        AdminView shown = admin == null ? null : new AdminView(admin.userId, admin.email, null);
        return new TenantView(tenantId, slug, name, isMsp, status, settings, hosts, createdAt, updatedAt, shown);
    }
}
