package io.deskgraph.assets.inventory;

import io.deskgraph.assets.asset.AssetCustody;
import io.deskgraph.kit.problem.Problem;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** To whom an asset goes, and until when. */
record CheckoutRequest(
        @Schema(description = "The employee's number", required = true, examples = "7") @Nullable
        Long employeeId,

        @Schema(examples = "With bag and charger") @Nullable String note,

        @Schema(description = "When it is to be back", examples = "2026-12-24") @Nullable
        LocalDate expectedCheckin) {

    AssetCustody.Checkout wish() {
        if (employeeId == null) {
            throw Problem.invalid("employee_id", "Is required");
        }
        return new AssetCustody.Checkout(employeeId, expectedCheckin, Notes.of(note));
    }
}
