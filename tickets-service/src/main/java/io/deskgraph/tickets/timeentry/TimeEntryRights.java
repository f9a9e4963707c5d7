package io.deskgraph.tickets.timeentry;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.ticket.TimeEntryState;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.Caller;

/** Whose time entries one may see and change. */
final class TimeEntryRights {

    private static final String APPROVED = "APPROVED";

    private TimeEntryRights() {}

    static boolean seesAll(Caller caller) {
        return caller.may(Permissions.TIMESHEET_READ_ALL);
    }

    static void requireVisible(TimeEntryState entry, Caller caller) {
        if (!entry.userId().equals(caller.userId()) && !seesAll(caller)) {
            throw Problem.forbidden("You can only see your own time entries");
        }
    }

    static void requireChangeable(TimeEntryState entry, Caller caller) {
        if (!entry.userId().equals(caller.userId()) && !caller.may(Permissions.TIMEENTRY_DELETE)) {
            throw Problem.forbidden("You can only change your own time entries");
        }
        if (entry.approvalStatus().equals(APPROVED)) {
            throw Problem.conflict("An approved time entry cannot be changed");
        }
    }
}
