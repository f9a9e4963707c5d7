package io.deskgraph.assets.asset;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a request names a look-up: by its UUID or by its number. */
public record ReferenceKey(@Nullable UUID id, @Nullable Long number) {

    public static @Nullable ReferenceKey of(@Nullable UUID id) {
        return id == null ? null : new ReferenceKey(id, null);
    }

    public static @Nullable ReferenceKey of(@Nullable Long number) {
        return number == null ? null : new ReferenceKey(null, number);
    }
}
