package io.deskgraph.tickets.bundle;

import io.deskgraph.kit.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may become whose child. One bad child refuses the whole request.
 *
 * @param creating whether a bundle is asked for; what is wrong with several children at once is then told in another order
 * @param allowClosed whether open tickets may join a closed master
 */
record JoinRules(UUID master, List<UUID> children, boolean creating, boolean allowClosed) {

    /** What an open ticket and its closed master are refused with. */
    record Blocked(List<UUID> blocking) {}

    /** @param children as sent: the master among them and repetitions do not count */
    static JoinRules of(UUID master, List<UUID> children, boolean creating, @Nullable Boolean allowClosed) {
        List<UUID> wanted = children.stream()
                .distinct()
                .filter(child -> !child.equals(master))
                .toList();
        if (wanted.isEmpty()) {
            throw Problem.invalid("child_ticket_ids", "No child tickets provided.");
        }
        return new JoinRules(master, wanted, creating, Boolean.TRUE.equals(allowClosed));
    }

    List<UUID> everyone() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(master), children.stream())
                .toList();
    }

    void check(Map<UUID, Part> parts) {
        Part leader = parts.get(master);
        if (leader == null) {
            throw Problem.notFound("Master ticket not found.");
        }
        children.forEach(child -> requireThere(parts, child));
        if (leader.master() != null) {
            throw Problem.invalid("Cannot select a child ticket as the master.");
        }
        List<Part> candidates =
                children.stream().map(parts::get).map(Objects::requireNonNull).toList();
        if (creating) {
            requireNoMasters(candidates);
            requireFree(candidates);
        } else {
            requireFree(candidates);
            requireNoMasters(candidates);
        }
        requireOpen(leader, candidates);
    }

    private static void requireThere(Map<UUID, Part> parts, UUID child) {
        if (!parts.containsKey(child)) {
            throw Problem.notFound("Child ticket not found: " + child);
        }
    }

    private static void requireFree(List<Part> candidates) {
        candidates.stream().filter(child -> child.master() != null).findFirst().ifPresent(child -> {
            throw Problem.conflict("Ticket is already bundled: " + child.number());
        });
    }

    private static void requireNoMasters(List<Part> candidates) {
        List<String> masters =
                candidates.stream().filter(Part::leads).map(Part::number).toList();
        if (masters.size() == 1) {
            throw Problem.conflict("Ticket " + masters.get(0) + " is already a bundle master and has children");
        }
        if (!masters.isEmpty()) {
            throw Problem.conflict(
                    "Tickets " + String.join(", ", masters) + " are already bundle masters and have children");
        }
    }

    private void requireOpen(Part leader, List<Part> candidates) {
        List<Part> open = candidates.stream().filter(child -> !child.closed()).toList();
        if (leader.closed() && !allowClosed && !open.isEmpty()) {
            String numbers = open.stream().map(Part::number).collect(Collectors.joining(", "));
            throw Problem.conflict(
                    "Ticket " + leader.number() + " is closed, so open tickets do not join it unless"
                            + " allow_closed_master says so: " + numbers,
                    new Blocked(open.stream().map(Part::id).toList()));
        }
    }
}
