package io.deskgraph.assets.importing;

import io.deskgraph.assets.asset.AssetChange;
import io.deskgraph.assets.asset.AssetDraft;
import io.deskgraph.assets.asset.TagKey;
import io.deskgraph.assets.audit.AuditBatch.Step;
import io.deskgraph.assets.csv.Columns;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.http.Member;
import io.deskgraph.kit.problem.Detail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is to become of each row of a batch; the same for a trial run and a real one. */
final class BatchPlan {

    /** Stands for a look-up that is still to be made, and so differs from each that is there. */
    private static final UUID TO_BE_MADE = new UUID(0, 0);

    private final Batch batch;
    private final UUID tenant;
    private final AssetDraft drafts;
    private final List<RowError> errors = new ArrayList<>();
    private final List<ImportRow> creates = new ArrayList<>();
    private final List<ImportRow> updates = new ArrayList<>();
    private final Map<TagKey, AssetState> existing;
    private final Names names;
    private int unchanged;
    private int refused;

    BatchPlan(
            Batch batch,
            UUID tenant,
            AssetDraft drafts,
            Set<String> databases,
            Map<TagKey, AssetState> existing,
            Names names) {
        this.batch = batch;
        this.tenant = tenant;
        this.drafts = drafts;
        this.existing = existing;
        this.names = names;
        batch.rows().forEach(row -> decide(row, databases));
    }

    /** The look-ups by name, as far as they are there. */
    record Names(NamedLookUps.Found categories, NamedLookUps.Found locations) {}

    int creations() {
        return creates.size();
    }

    /** In the order of the file the first get a place, the others are told. */
    void allow(int count) {
        List<ImportRow> beyond = creates.subList(Math.min(count, creates.size()), creates.size());
        beyond.forEach(row -> errors.add(RowError.of(row.line(), "Asset limit reached")));
        refused = beyond.size();
        beyond.clear();
    }

    List<String> named(Function<ImportRow, @Nullable String> column) {
        List<String> wanted = new ArrayList<>();
        creates.forEach(row -> add(wanted, column.apply(row)));
        updates.forEach(row -> add(wanted, column.apply(row)));
        return wanted;
    }

    List<Step> creations(long firstNumber) {
        List<Step> steps = new ArrayList<>();
        for (ImportRow row : creates) {
            steps.add(new Step(null, AssetDraft.numbered(fresh(row), firstNumber + steps.size())));
        }
        return steps;
    }

    List<Step> changes() {
        return updates.stream()
                .map(row -> new Step(before(row), after(row, before(row))))
                .toList();
    }

    BatchResult result() {
        errors.sort(Comparator.comparingLong(RowError::row));
        return new BatchResult(batch.records(), creates.size(), updates.size(), unchanged, refused, errors);
    }

    private void decide(ImportRow row, Set<String> databases) {
        if (!row.isGood()) {
            errors.addAll(row.errors());
            return;
        }
        List<RowError> mistakes = mistakes(row, databases);
        if (!mistakes.isEmpty()) {
            errors.addAll(mistakes);
        } else if (existing.containsKey(row.key())) {
            decideUpdate(row, before(row));
        } else if (batch.rights().mayCreate(() -> fresh(row))) {
            creates.add(row);
        } else {
            errors.add(RowError.of(row.line(), "Not authorized to create this asset"));
        }
    }

    private void decideUpdate(ImportRow row, AssetState before) {
        AssetState after = after(row, before);
        if (!batch.rights().maySee(before)) {
            errors.add(taken(row));
        } else if (AssetDraft.isSame(before, after)) {
            unchanged++;
        } else if (!batch.rights().mayChange(before)) {
            errors.add(RowError.of(row.line(), "Not authorized to update this asset"));
        } else if (AssetDraft.mayMove(before, after)) {
            updates.add(row);
        } else {
            String text = "Status cannot be moved from " + before.status() + " to " + after.status()
                    + " here: use checkout or checkin";
            errors.add(new RowError(row.line(), text, Columns.STATUS));
        }
    }

    private List<RowError> mistakes(ImportRow row, Set<String> databases) {
        boolean fresh = !existing.containsKey(row.key());
        List<RowError> mistakes = new ArrayList<>();
        String database = row.key().databaseId();
        if (!databases.contains(database)) {
            mistakes.add(new RowError(row.line(), "Unknown database " + RowError.quote(database), Columns.DATABASE));
        }
        (fresh ? AssetDraft.mistakesOfNew(row.change()) : AssetDraft.mistakesOfUpdate(row.change()))
                .forEach(detail -> mistakes.add(error(row, detail)));
        if (fresh) {
            batch.fields().stream()
                    .filter(field -> field.required() && !row.fields().containsKey(field.name()))
                    .map(field -> Columns.CUSTOM + field.name())
                    .forEach(column -> mistakes.add(new RowError(row.line(), column + " is required", column)));
        }
        checkName(row, Columns.CATEGORY, row.category(), names.categories(), mistakes);
        checkName(row, Columns.LOCATION, row.location(), names.locations(), mistakes);
        return mistakes;
    }

    private void checkName(
            ImportRow row, String column, @Nullable String name, NamedLookUps.Found found, List<RowError> mistakes) {
        if (name != null && found.id(name) == null && !batch.options().createMissing()) {
            mistakes.add(new RowError(row.line(), "Unknown " + column + " " + RowError.quote(name), column));
        }
    }

    private static RowError error(ImportRow row, Detail detail) {
        String column = detail.path().get(0).toString();
        String text = detail.message();
        return new RowError(
                row.line(), column + " " + Character.toLowerCase(text.charAt(0)) + text.substring(1), column);
    }

    /** What there is behind the tag stays hidden, as it does from whoever creates an asset. */
    private static RowError taken(ImportRow row) {
        String text = "Asset tag " + RowError.quote(row.key().assetTag()) + " already exists in database "
                + RowError.quote(row.key().databaseId());
        return new RowError(row.line(), text, Columns.TAG);
    }

    private AssetState fresh(ImportRow row) {
        return drafts.first(tenant, author(), change(row, Map.of()), places(row, null));
    }

    private AssetState before(ImportRow row) {
        return Objects.requireNonNull(existing.get(row.key()));
    }

    private AssetState after(ImportRow row, AssetState before) {
        return drafts.next(before, author(), change(row, before.extensionData()), places(row, before));
    }

    private UUID author() {
        return batch.author().userId();
    }

    private AssetDraft.Places places(ImportRow row, @Nullable AssetState before) {
        return new AssetDraft.Places(
                place(row.category(), names.categories(), before == null ? null : before.categoryId()),
                place(row.location(), names.locations(), before == null ? null : before.locationId()));
    }

    private static @Nullable UUID place(@Nullable String name, NamedLookUps.Found found, @Nullable UUID present) {
        if (name == null) {
            return present;
        }
        UUID id = found.id(name);
        return id == null ? TO_BE_MADE : id;
    }

    private static AssetChange change(ImportRow row, Map<String, @Nullable Object> before) {
        AssetChange change = row.change();
        Map<String, @Nullable Object> fields = new HashMap<>(before);
        fields.putAll(row.fields());
        return change.withExtensionData(
                new Member<>("custom_fields", !row.fields().isEmpty(), fields));
    }

    private static void add(List<String> names, @Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }
}
