package io.deskgraph.tickets.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Bundles of a handful of tickets as the rules have them, in plain memory. Tickets are places 0, 1, 2 …; what is deleted
 * leaves its place to a new one. Each operation answers the status that the service has to answer.
 */
final class BundleModel {

    /** @param order within its board */
    record Status(String name, int board, boolean closed, boolean usual, int order) {}

    /** The third board has nothing that closes; the second one has its own names but one. */
    static final List<Status> STATUSES = List.of(
            new Status("Open", 0, false, true, 1),
            new Status("Waiting", 0, false, false, 2),
            new Status("Closed", 0, true, false, 3),
            new Status("Cancelled", 0, true, false, 4),
            new Status("To do", 1, false, false, 1),
            new Status("Doing", 1, false, true, 2),
            new Status("Done", 1, true, false, 3),
            new Status("CLOSED", 1, true, false, 4),
            new Status("Always", 2, false, false, 1));

    static final int TICKETS = 8;
    static final int NOBODY = -1;

    static final class Ticket {
        final int board;
        int status;
        int priority;
        int assignee = NOBODY;
        int master = NOBODY;
        int version = 1;

        Ticket(int board) {
            this.board = board;
            status = first(board, false);
        }

        boolean closed() {
            return STATUSES.get(status).closed();
        }

        @Override
        public String toString() {
            return "status " + status + ", priority " + priority + ", assignee " + assignee + ", master " + master
                    + ", version " + version;
        }
    }

    record Settings(boolean sync, boolean reopen) {}

    final List<Ticket> tickets = new ArrayList<>();
    final Map<Integer, Settings> bundles = new TreeMap<>();

    BundleModel() {
        for (int i = 0; i < TICKETS; i++) {
            tickets.add(new Ticket(board(i)));
        }
    }

    static int board(int place) {
        return place == TICKETS - 1 ? 2 : place % 2;
    }

    int create(int master, List<Integer> children, boolean sync, boolean allowClosed) {
        int answer = join(master, children, allowClosed, 201);
        if (answer == 201) {
            Settings before = bundles.get(master);
            bundles.put(master, new Settings(sync, before != null && before.reopen()));
        }
        return answer;
    }

    int add(int master, List<Integer> children, boolean allowClosed) {
        int answer = join(master, children, allowClosed, 200);
        if (answer == 200) {
            bundles.putIfAbsent(master, new Settings(true, false));
        }
        return answer;
    }

    int remove(int master, int child) {
        int present = tickets.get(child).master;
        if (present != master) {
            return present == NOBODY ? 400 : 404;
        }
        move(child, NOBODY);
        endEmpty(master);
        return 200;
    }

    int unbundle(int master) {
        if (tickets.get(master).master != NOBODY) {
            return 400;
        }
        children(master).forEach(child -> move(child, NOBODY));
        endEmpty(master);
        return 200;
    }

    int promote(int master, int child) {
        if (master == child || tickets.get(child).master != master) {
            return 400;
        }
        children(master).forEach(one -> move(one, one == child ? NOBODY : child));
        move(master, child);
        bundles.put(child, bundles.remove(master));
        return 200;
    }

    int settings(int master, @Nullable Boolean sync, @Nullable Boolean reopen) {
        if (sync == null && reopen == null) {
            return 400;
        }
        Settings before = bundles.get(master);
        if (before == null) {
            return 404;
        }
        bundles.put(
                master, new Settings(sync == null ? before.sync() : sync, reopen == null ? before.reopen() : reopen));
        return 200;
    }

    /** @param status of the ticket's own board */
    int change(int ticket, @Nullable Integer status, @Nullable Integer priority, @Nullable Integer assignee) {
        Ticket it = tickets.get(ticket);
        int newStatus = status == null ? it.status : status;
        int newPriority = priority == null ? it.priority : priority;
        int newAssignee = assignee == null ? it.assignee : assignee;
        boolean same = newStatus == it.status && newPriority == it.priority && newAssignee == it.assignee;
        if (same) {
            return 200;
        }
        if (it.master != NOBODY && bundles.get(it.master).sync()) {
            return 409;
        }
        write(ticket, newStatus, newPriority, newAssignee);
        return 200;
    }

    int comment(int ticket, boolean internal) {
        Ticket it = tickets.get(ticket);
        it.version++;
        if (internal) {
            return 201;
        }
        if (follows(ticket)) {
            children(ticket).forEach(child -> tickets.get(child).version++);
        }
        int master = it.master;
        if (master != NOBODY
                && bundles.get(master).reopen()
                && tickets.get(master).closed()) {
            Ticket leader = tickets.get(master);
            write(master, first(leader.board, false), leader.priority, leader.assignee);
        }
        return 201;
    }

    int delete(int ticket, boolean unbundle) {
        if (!children(ticket).isEmpty() && !unbundle) {
            return 409;
        }
        children(ticket).forEach(child -> move(child, NOBODY));
        bundles.remove(ticket);
        int master = tickets.get(ticket).master;
        tickets.set(ticket, new Ticket(board(ticket)));
        if (master != NOBODY) {
            endEmpty(master);
        }
        return 204;
    }

    List<Integer> children(int master) {
        List<Integer> children = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            if (tickets.get(i).master == master) {
                children.add(i);
            }
        }
        return children;
    }

    private int join(int master, List<Integer> children, boolean allowClosed, int success) {
        TreeSet<Integer> wanted = new TreeSet<>(children);
        wanted.remove(master);
        if (wanted.isEmpty() || tickets.get(master).master != NOBODY) {
            return 400;
        }
        boolean taken =
                wanted.stream().anyMatch(child -> tickets.get(child).master != NOBODY || bundles.containsKey(child));
        boolean open = wanted.stream().anyMatch(child -> !tickets.get(child).closed());
        if (taken || tickets.get(master).closed() && open && !allowClosed) {
            return 409;
        }
        wanted.forEach(child -> move(child, master));
        return success;
    }

    private boolean follows(int master) {
        return bundles.containsKey(master) && bundles.get(master).sync();
    }

    private void move(int ticket, int master) {
        tickets.get(ticket).master = master;
        tickets.get(ticket).version++;
    }

    private void endEmpty(int master) {
        if (children(master).isEmpty()) {
            bundles.remove(master);
        }
    }

    private void write(int ticket, int status, int priority, int assignee) {
        Ticket it = tickets.get(ticket);
        boolean closes = !it.closed() && STATUSES.get(status).closed();
        boolean newStatus = status != it.status;
        boolean newPriority = priority != it.priority;
        boolean newAssignee = assignee != it.assignee;
        set(it, status, priority, assignee);
        if (follows(ticket)) {
            for (int place : children(ticket)) {
                Ticket child = tickets.get(place);
                int heirs = newStatus && !(closes && child.closed()) ? standsFor(status, child) : child.status;
                set(child, heirs, newPriority ? priority : child.priority, newAssignee ? assignee : child.assignee);
            }
        }
    }

    private static void set(Ticket it, int status, int priority, int assignee) {
        if (it.status != status || it.priority != priority || it.assignee != assignee) {
            it.status = status;
            it.priority = priority;
            it.assignee = assignee;
            it.version++;
        }
    }

    private static int standsFor(int status, Ticket child) {
        Status wanted = STATUSES.get(status);
        for (Status one : STATUSES) {
            if (one.board() == child.board && one.name().equalsIgnoreCase(wanted.name())) {
                return STATUSES.indexOf(one);
            }
        }
        int fallback = first(child.board, wanted.closed());
        return fallback == NOBODY ? child.status : fallback;
    }

    /** The board's usual one that closes or does not, else the first of these. */
    private static int first(int board, boolean closed) {
        return STATUSES.stream()
                .filter(status -> status.board() == board && status.closed() == closed)
                .min(Comparator.comparing((Status status) -> !status.usual()).thenComparing(Status::order))
                .map(STATUSES::indexOf)
                .orElse(NOBODY);
    }
}
