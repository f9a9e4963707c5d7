package io.deskgraph.contracts.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document.
 *
 * @param checksum SHA-256 of the bytes, in hexadecimal digits
 */
public record DocumentState(
        UUID documentId,
        String documentName,
        String mimeType,
        long fileSize,
        String checksum,
        @Nullable UUID createdBy,
        Instant enteredAt,
        Instant updatedAt) {}
