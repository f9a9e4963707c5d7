package io.deskgraph.tickets.board;

import java.util.List;

/**
 * What must be so before an open ticket of the board may be closed.
 *
 * @param requireResolutionComment a comment says what solved it
 * @param requireTimeEntry somebody has written down time
 * @param requireNoOpenChildren no bundled ticket stays open
 * @param requiredFields members of the ticket that have a value
 */
public record ClosingRules(
        boolean requireResolutionComment,
        boolean requireTimeEntry,
        boolean requireNoOpenChildren,
        List<String> requiredFields) {

    static ClosingRules of(Board row) {
        return new ClosingRules(
                row.closeNeedsResolution,
                row.closeNeedsTimeEntry,
                row.closeNeedsClosedChildren,
                List.of(row.closeNeedsFields));
    }
}
