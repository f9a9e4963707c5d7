package io.deskgraph.assets.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Takes over a tenant's settings. The limit goes to the counter row, where each creation meets it. */
@Singleton
class TenantEvents implements EventHandler {

    private static final String TENANT = "io.deskgraph.tenant.";

    private static final String LIMIT = """
            INSERT INTO inventories (tenant_id, asset_limit) VALUES ($1, $2)
            ON CONFLICT ON CONSTRAINT inventories_pk DO UPDATE SET asset_limit = excluded.asset_limit""";

    private static final String STORE = """
            INSERT INTO tenant_copies (tenant_id, slug, name, is_msp, qr_base_url) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT ON CONSTRAINT tenant_copies_pk
            DO UPDATE SET slug = excluded.slug, name = excluded.name, is_msp = excluded.is_msp,
                          qr_base_url = excluded.qr_base_url""";

    @Override
    public String topic() {
        return Topics.IDENTITY;
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        boolean concerns = event.type().startsWith(TENANT)
                && !event.isDeletion()
                && event.subject().equals(tx.tenant().toString());
        return concerns ? store(tx, event.after()) : Uni.createFrom().voidItem();
    }

    private static Uni<Void> store(Tx tx, JsonNode tenant) {
        JsonNode settings = tenant.required("settings");
        return tx.sql(LIMIT, tx.tenant(), limit(settings))
                .chain(() -> tx.sql(
                        STORE,
                        tx.tenant(),
                        tenant.required("slug").asText(),
                        tenant.required("name").asText(),
                        tenant.path("is_msp").booleanValue(),
                        settings.path("qr_base_url").textValue()))
                .replaceWithVoid();
    }

    private static @Nullable Long limit(JsonNode settings) {
        JsonNode limit = settings.path("asset_limit");
        return limit.isIntegralNumber() ? limit.longValue() : null;
    }
}
