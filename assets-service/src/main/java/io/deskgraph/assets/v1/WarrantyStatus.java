package io.deskgraph.assets.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a warranty stands on a day; its last day still counts. */
final class WarrantyStatus {

    private static final int SOON_DAYS = 30;

    private WarrantyStatus() {}

    static String of(@Nullable LocalDate end, LocalDate today) {
        if (end == null) {
            return "no_warranty";
        }
        if (end.isBefore(today)) {
            return "expired";
        }
        return end.isBefore(today.plusDays(SOON_DAYS)) ? "expiring_soon" : "active";
    }
}
