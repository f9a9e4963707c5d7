package io.deskgraph.contracts;

import static io.deskgraph.contracts.Permissions.ASSET_CREATE;
import static io.deskgraph.contracts.Permissions.ASSET_READ;
import static io.deskgraph.contracts.Permissions.ASSET_UPDATE;
import static io.deskgraph.contracts.Permissions.CLIENT_READ;
import static io.deskgraph.contracts.Permissions.CONTACT_READ;
import static io.deskgraph.contracts.Permissions.TICKET_CREATE;
import static io.deskgraph.contracts.Permissions.TICKET_READ;
import static io.deskgraph.contracts.Permissions.TICKET_UPDATE;
import static io.deskgraph.contracts.Permissions.TIMEENTRY_CREATE;
import static io.deskgraph.contracts.Permissions.TIMEENTRY_DELETE;
import static io.deskgraph.contracts.Permissions.TIMEENTRY_READ;
import static io.deskgraph.contracts.Permissions.TIMEENTRY_UPDATE;
import static io.deskgraph.contracts.Permissions.TIMESHEET_APPROVE;
import static io.deskgraph.contracts.Permissions.TIMESHEET_READ_ALL;

import java.util.Set;

/**
 * The roles each new tenant starts with. Only Admin may delete tickets and assets or override close rules. The Admin of
 * the MSP tenant holds {@link Permissions#MSP_ONLY} on top.
 */
public enum DefaultRoles {
    ADMIN("Admin", "Everything in the tenant", Permissions.ALL),
    MANAGER(
            "Manager",
            "Runs the desk: tickets, assets, time and its approval",
            Set.of(
                    TICKET_CREATE,
                    TICKET_READ,
                    TICKET_UPDATE,
                    ASSET_CREATE,
                    ASSET_READ,
                    ASSET_UPDATE,
                    TIMEENTRY_CREATE,
                    TIMEENTRY_READ,
                    TIMEENTRY_UPDATE,
                    TIMESHEET_APPROVE,
                    CLIENT_READ,
                    CONTACT_READ)),
    TECHNICIAN(
            "Technician",
            "Works on tickets and assets, sees everybody's time",
            Set.of(
                    TICKET_CREATE,
                    TICKET_READ,
                    TICKET_UPDATE,
                    ASSET_CREATE,
                    ASSET_READ,
                    ASSET_UPDATE,
                    TIMEENTRY_CREATE,
                    TIMEENTRY_READ,
                    TIMEENTRY_UPDATE,
                    TIMESHEET_READ_ALL,
                    CLIENT_READ,
                    CONTACT_READ)),
    DISPATCHER(
            "Dispatcher",
            "Takes in and routes tickets",
            Set.of(TICKET_CREATE, TICKET_READ, TICKET_UPDATE, ASSET_READ, TIMEENTRY_READ, CLIENT_READ, CONTACT_READ)),
    PROJECT_MANAGER(
            "Project Manager",
            "Follows tickets, keeps and approves time",
            Set.of(
                    TICKET_CREATE,
                    TICKET_READ,
                    TICKET_UPDATE,
                    ASSET_READ,
                    TIMEENTRY_CREATE,
                    TIMEENTRY_READ,
                    TIMEENTRY_UPDATE,
                    TIMESHEET_READ_ALL,
                    TIMESHEET_APPROVE,
                    CLIENT_READ,
                    CONTACT_READ)),
    FINANCE(
            "Finance",
            "Bills: reads and corrects tickets, keeps all time entries",
            Set.of(
                    TICKET_READ,
                    TICKET_UPDATE,
                    ASSET_READ,
                    TIMEENTRY_CREATE,
                    TIMEENTRY_READ,
                    TIMEENTRY_UPDATE,
                    TIMEENTRY_DELETE,
                    TIMESHEET_READ_ALL,
                    CLIENT_READ,
                    CONTACT_READ)),
    READ_ONLY("Read Only", "Looks, touches nothing", Set.of(TICKET_READ, ASSET_READ, TIMEENTRY_READ, CLIENT_READ));

    private final String roleName;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // each set is unmodifiable
    private final Set<String> permissions;

    DefaultRoles(String roleName, String description, Set<String> permissions) {
        this.roleName = roleName;
        this.description = description;
        this.permissions = permissions;
    }

    /** The name that people and the API use. */
    public String roleName() {
        return roleName;
    }

    /** One line for people. */
    public String description() {
        return description;
    }

    /** What a caller with this role may do. */
    public Set<String> permissions() {
        return permissions;
    }
}
