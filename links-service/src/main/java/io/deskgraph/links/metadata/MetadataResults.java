package io.deskgraph.links.metadata;

import io.deskgraph.links.metadata.BulkResult.Failed;
import io.deskgraph.links.metadata.MetadataRepository.Written;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Tells what became of the keys of one request. */
final class MetadataResults {

    private MetadataResults() {}

    static BulkResult written(MetadataWrite wanted, Written written, Instant now) {
        List<String> done = wanted.unambiguous().stream().map(MetadataItem::key).toList();
        Set<String> repeated = wanted.repeated();
        List<Failed> failed = wanted.items().stream()
                .map(MetadataItem::key)
                .filter(repeated::contains)
                .map(key -> new Failed(key, "Metadata key is there more than once"))
                .toList();
        int total = done.size() + failed.size();
        String message = wanted.replaceAll()
                ? "Replaced all metadata: deleted %d keys, upserted %d keys"
                        .formatted(written.gone().size(), done.size())
                : "Upserted %d of %d metadata items".formatted(done.size(), total);
        return BulkResult.of(done, failed, message, now);
    }

    static BulkResult deleted(List<String> keys, List<String> gone, Instant now) {
        Set<String> found = Set.copyOf(gone);
        List<String> done = keys.stream().filter(found::contains).toList();
        List<Failed> failed = keys.stream()
                .filter(key -> !found.contains(key))
                .map(key -> new Failed(key, "Metadata key not found"))
                .toList();
        String message = "Deleted %d of %d metadata items".formatted(done.size(), keys.size());
        return BulkResult.of(done, failed, message, now);
    }
}
