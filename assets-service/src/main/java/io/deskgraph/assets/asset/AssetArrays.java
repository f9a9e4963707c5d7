package io.deskgraph.assets.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.asset.AssetState;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** States as one array per column, the parameters $2 and up of statements that take many rows. */
@Singleton
class AssetArrays {

    static final String UNNEST = """
            unnest($2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::uuid[],
                   $10::uuid[], $11::uuid[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[],
                   $17::text[], $18::text[], $19::text[], $20::text[], $21::text[], $22::timestamptz[], $23::uuid[],
                   $24::integer[])
                AS r (id, number, database_id, asset_tag, name, asset_type, status, client_id, category_id, location_id,
                      manufacturer, model, serial_number, purchase_date, purchase_cost, warranty_end_date, notes,
                      custom_fields, tags, expected_checkin, updated_at, updated_by, version)""";

    private final AssetRows rows;
    private final ObjectMapper json;

    AssetArrays(AssetRows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @Nullable
    Object[] of(UUID tenant, List<AssetState> states) {
        return new Object[] {
            tenant,
            uuids(states, AssetState::assetId),
            states.stream().map(AssetState::number).toArray(Long[]::new),
            texts(states, AssetState::databaseId),
            texts(states, AssetState::assetTag),
            texts(states, AssetState::name),
            texts(states, AssetState::assetType),
            texts(states, AssetState::status),
            uuids(states, AssetState::clientId),
            uuids(states, AssetState::categoryId),
            uuids(states, AssetState::locationId),
            texts(states, AssetState::manufacturer),
            texts(states, AssetState::model),
            texts(states, AssetState::serialNumber),
            texts(states, AssetState::purchaseDate),
            texts(states, AssetState::purchaseCost),
            texts(states, AssetState::warrantyEndDate),
            texts(states, AssetState::notes),
            texts(states, state -> rows.text(state.extensionData())),
            texts(states, state -> tags(state.tags())),
            texts(states, AssetState::expectedCheckin),
            states.stream().map(state -> AssetRows.time(state.updatedAt())).toArray(OffsetDateTime[]::new),
            uuids(states, AssetState::updatedBy),
            states.stream().map(state -> (int) state.version()).toArray(Integer[]::new)
        };
    }

    private String tags(List<String> tags) {
        try {
            return json.writeValueAsString(tags);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Tags cannot be written", e);
        }
    }

    private static @Nullable String[] texts(List<AssetState> states, Function<AssetState, @Nullable Object> member) {
        @Nullable String[] texts = new String[states.size()];
        for (int i = 0; i < texts.length; i++) {
            Object value = member.apply(states.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }

    private static @Nullable UUID[] uuids(List<AssetState> states, Function<AssetState, @Nullable UUID> member) {
        @Nullable UUID[] ids = new UUID[states.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = member.apply(states.get(i));
        }
        return ids;
    }
}
