package io.deskgraph.assets.asset;

import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.http.StrictText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column that lists can be sorted by: where it is in SQL, and how its value gets into a cursor and back. */
public enum AssetSort {
    NUMBER("a.number", Long::valueOf, of(AssetState::number)),
    TAG("a.asset_tag", AssetSort::text, of(AssetState::assetTag)),
    NAME("a.name", AssetSort::text, of(AssetState::name)),
    TYPE("a.asset_type", AssetSort::text, of(AssetState::assetType)),
    STATUS("a.status", AssetSort::text, of(AssetState::status)),
    MANUFACTURER("a.manufacturer", AssetSort::text, of(AssetState::manufacturer)),
    MODEL("a.model", AssetSort::text, of(AssetState::model)),
    SERIAL("a.serial_number", AssetSort::text, of(AssetState::serialNumber)),
    PURCHASE_DATE("a.purchase_date", StrictText::date, of(AssetState::purchaseDate)),
    PURCHASE_COST("a.purchase_cost", BigDecimal::new, of(AssetState::purchaseCost)),
    WARRANTY("a.warranty_end_date", StrictText::date, of(AssetState::warrantyEndDate)),
    EXPECTED_CHECKIN("a.expected_checkin", StrictText::date, of(AssetState::expectedCheckin)),
    CREATED("a.created_at", AssetSort::time, of(AssetState::createdAt)),
    UPDATED("a.updated_at", AssetSort::time, of(AssetState::updatedAt)),
    CATEGORY("c.name", AssetSort::text, asset -> name(asset.names().category())),
    LOCATION("l.name", AssetSort::text, asset -> name(asset.names().location())),
    ASSIGNEE("e.name", AssetSort::text, asset -> name(asset.names().assignee())),
    CLIENT("k.name", AssetSort::text, asset -> clientName(asset.names().client()));

    private static final Set<AssetSort> FILLED =
            Collections.unmodifiableSet(EnumSet.of(NUMBER, TAG, NAME, TYPE, STATUS, CREATED, UPDATED));

    private final String column;

    @SuppressWarnings("ImmutableEnumChecker") // stateless
    private final Function<String, Object> parser;

    @SuppressWarnings("ImmutableEnumChecker") // stateless
    private final Function<StoredAsset, @Nullable Object> value;

    AssetSort(String column, Function<String, Object> parser, Function<StoredAsset, @Nullable Object> value) {
        this.column = column;
        this.parser = parser;
        this.value = value;
    }

    /** Whether each asset has a value. */
    boolean isFilled() {
        return FILLED.contains(this);
    }

    /** Whether it is a column of the asset itself, with an index in its order. */
    boolean isIndexed() {
        return column.startsWith("a.");
    }

    String column() {
        return column;
    }

    /** @throws IllegalArgumentException when no such value was ever given out */
    Object parse(String cursorText) {
        return parser.apply(cursorText);
    }

    @Nullable
    Object valueOf(StoredAsset asset) {
        return value.apply(asset);
    }

    private static Function<StoredAsset, @Nullable Object> of(Function<AssetState, @Nullable Object> member) {
        return asset -> member.apply(asset.state());
    }

    private static Object text(String cursorText) {
        if (!StrictText.isClean(cursorText)) {
            throw new IllegalArgumentException("Unclean text");
        }
        return cursorText;
    }

    private static Object time(String cursorText) {
        Instant instant = StrictText.instant(cursorText);
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String name(@Nullable Reference reference) {
        return reference == null ? null : reference.name();
    }

    private static @Nullable String clientName(AssetNames.@Nullable Client client) {
        return client == null ? null : client.name();
    }
}
