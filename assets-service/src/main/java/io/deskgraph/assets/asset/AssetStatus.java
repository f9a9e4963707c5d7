package io.deskgraph.assets.asset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The life of an asset. Deployed is entered by a checkout and left by a checkin, never by writing the status. */
public enum AssetStatus {
    AVAILABLE,
    DEPLOYED,
    MAINTENANCE,
    RETIRED;

    /** What may be written. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(AssetStatus::wire).toList();

    /** @param wire a name that was checked, or is stored */
    static AssetStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** Nothing where there is no such status. */
    public static Optional<AssetStatus> named(String wire) {
        return NAMES.contains(wire) ? Optional.of(of(wire)) : Optional.empty();
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an update may take an asset from here to there. */
    public boolean mayBecome(AssetStatus next) {
        return this == next || (this != DEPLOYED && next != DEPLOYED);
    }
}
