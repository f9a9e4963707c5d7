package io.deskgraph.assets.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.assets.asset.Reference;
import io.deskgraph.assets.asset.StoredAsset;
import io.deskgraph.assets.csv.Columns;
import io.deskgraph.assets.csv.CsvLine;
import io.deskgraph.assets.csv.TagList;
import io.deskgraph.contracts.asset.AssetState;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes assets as the import reads them. */
final class ExportRow {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<String> customFields;
    private final boolean guarded;
    private final ObjectMapper json;

    ExportRow(List<String> customFields, boolean guarded, ObjectMapper json) {
        this.customFields = List.copyOf(customFields);
        this.guarded = guarded;
        this.json = json;
    }

    byte[] header(boolean byteOrderMark) {
        CsvLine line = new CsvLine(guarded);
        Columns.BUILT_IN.forEach(line::cell);
        customFields.forEach(name -> line.cell(Columns.CUSTOM + name));
        return bytes((byteOrderMark ? BYTE_ORDER_MARK : "") + line.end());
    }

    byte[] rows(List<StoredAsset> assets) {
        CsvLine line = new CsvLine(guarded);
        assets.forEach(asset -> write(asset, line));
        return bytes(line.toString());
    }

    private void write(StoredAsset asset, CsvLine line) {
        AssetState state = asset.state();
        line.cell(state.assetTag())
                .cell(state.name())
                .cell(state.databaseId())
                .cell(state.manufacturer())
                .cell(state.model())
                .cell(state.serialNumber())
                .cell(state.status())
                .cell(name(asset.names().category()))
                .cell(name(asset.names().location()))
                .cell(state.purchaseDate())
                .cell(state.purchaseCost())
                .cell(state.warrantyEndDate())
                .cell(state.notes())
                .cell(state.assetType())
                .cell(TagList.write(state.tags()));
        customFields.forEach(name -> line.cell(text(state.extensionData().get(name))));
        line.end();
    }

    private @Nullable String text(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A custom field cannot be written", e);
        }
    }

    private static @Nullable String name(@Nullable Reference reference) {
        return reference == null ? null : reference.name();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
