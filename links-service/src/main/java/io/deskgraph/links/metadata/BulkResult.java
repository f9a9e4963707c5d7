package io.deskgraph.links.metadata;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of each key.
 *
 * @param success whether one at least went well
 * @param timestamp UTC, without saying so
 */
@JsonNaming(LowerCamelCaseStrategy.class)
@Schema(name = "MetadataResult")
record BulkResult(
        boolean success,
        int totalItems,
        int successCount,
        int failureCount,
        List<String> successfulItems,
        List<Failed> failedItems,
        String message,
        String timestamp) {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "MetadataFailure")
    record Failed(String key, String error) {}

    static BulkResult of(List<String> done, List<Failed> failed, String message, Instant now) {
        return new BulkResult(
                !done.isEmpty(),
                done.size() + failed.size(),
                done.size(),
                failed.size(),
                done,
                failed,
                message,
                FORM.format(now));
    }
}
