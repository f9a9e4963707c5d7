package io.deskgraph.assets.asset;

import io.deskgraph.kit.http.Member;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a request wants an asset to be; each member keeps the name that the request's dialect gives it. */
public record AssetChange(
        Member<String> databaseId,
        Member<String> assetTag,
        Member<String> name,
        Member<String> assetType,
        Member<String> status,
        Member<UUID> clientId,
        Member<ReferenceKey> location,
        Member<ReferenceKey> category,
        Member<String> serialNumber,
        Member<String> manufacturer,
        Member<String> model,
        Member<LocalDate> purchaseDate,
        Member<BigDecimal> purchaseCost,
        Member<LocalDate> warrantyEndDate,
        Member<String> notes,
        Member<Map<String, @Nullable Object>> extensionData,
        Member<List<String>> tags,
        Member<LocalDate> expectedCheckin) {

    boolean namesReferences() {
        return category.sent() || location.sent() || clientId.sent() || databaseId.hasValue();
    }
}
