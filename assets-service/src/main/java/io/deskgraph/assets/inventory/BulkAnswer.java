package io.deskgraph.assets.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskgraph.kit.problem.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each asset of a bulk action, in the order asked for. */
record BulkAnswer(
        @Schema(examples = "1") long succeeded,
        @Schema(examples = "1") long failed,
        List<Result> results) {

    record Result(
            @Schema(description = "As it was sent", implementation = Object.class, examples = "2")
            Object id,

            boolean ok,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Why not; absent where it was done", examples = "Asset not found")
            @Nullable
            String error) {}

    static BulkAnswer of(List<?> ids, List<@Nullable Problem> outcome) {
        List<Result> results = IntStream.range(0, outcome.size())
                .mapToObj(i -> result(ids.get(i), outcome.get(i)))
                .toList();
        long failed = results.stream().filter(result -> !result.ok()).count();
        return new BulkAnswer(results.size() - failed, failed, results);
    }

    /** As it stands where one failure keeps all from being done. */
    BulkAnswer nothingDone() {
        return new BulkAnswer(0, failed, results);
    }

    private static Result result(Object id, @Nullable Problem problem) {
        return new Result(id, problem == null, problem == null ? null : problem.text());
    }
}
