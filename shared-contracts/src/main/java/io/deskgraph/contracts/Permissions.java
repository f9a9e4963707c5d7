package io.deskgraph.contracts;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every permission there is, as compile-time constants for annotations. A permission is {@code resource:action}. */
public final class Permissions {

    public static final String TICKET_CREATE = "ticket:create";
    public static final String TICKET_READ = "ticket:read";
    public static final String TICKET_UPDATE = "ticket:update";
    public static final String TICKET_DELETE = "ticket:delete";
    public static final String TICKET_CLOSE_OVERRIDE = "ticket:close_override";

    public static final String ASSET_CREATE = "asset:create";
    public static final String ASSET_READ = "asset:read";
    public static final String ASSET_UPDATE = "asset:update";
    public static final String ASSET_DELETE = "asset:delete";

    public static final String TIMEENTRY_CREATE = "timeentry:create";
    public static final String TIMEENTRY_READ = "timeentry:read";
    public static final String TIMEENTRY_UPDATE = "timeentry:update";
    public static final String TIMEENTRY_DELETE = "timeentry:delete";

    public static final String TIMESHEET_READ_ALL = "timesheet:read_all";
    public static final String TIMESHEET_APPROVE = "timesheet:approve";

    public static final String BOARD_CREATE = "board:create";
    public static final String BOARD_READ = "board:read";
    public static final String BOARD_UPDATE = "board:update";
    public static final String BOARD_DELETE = "board:delete";

    public static final String CLIENT_CREATE = "client:create";
    public static final String CLIENT_READ = "client:read";
    public static final String CLIENT_UPDATE = "client:update";
    public static final String CLIENT_DELETE = "client:delete";

    public static final String CONTACT_CREATE = "contact:create";
    public static final String CONTACT_READ = "contact:read";
    public static final String CONTACT_UPDATE = "contact:update";
    public static final String CONTACT_DELETE = "contact:delete";

    public static final String USER_CREATE = "user:create";
    public static final String USER_READ = "user:read";
    public static final String USER_UPDATE = "user:update";
    public static final String USER_DELETE = "user:delete";

    public static final String ROLE_CREATE = "role:create";
    public static final String ROLE_READ = "role:read";
    public static final String ROLE_UPDATE = "role:update";
    public static final String ROLE_DELETE = "role:delete";

    public static final String API_KEY_CREATE = "api_key:create";
    public static final String API_KEY_READ = "api_key:read";
    public static final String API_KEY_UPDATE = "api_key:update";
    public static final String API_KEY_DELETE = "api_key:delete";

    public static final String CONSTRAINT_CREATE = "constraint:create";
    public static final String CONSTRAINT_READ = "constraint:read";
    public static final String CONSTRAINT_UPDATE = "constraint:update";
    public static final String CONSTRAINT_DELETE = "constraint:delete";

    public static final String ISSUER_CREATE = "issuer:create";
    public static final String ISSUER_READ = "issuer:read";
    public static final String ISSUER_UPDATE = "issuer:update";
    public static final String ISSUER_DELETE = "issuer:delete";

    public static final String TENANT_CREATE = "tenant:create";
    public static final String TENANT_READ = "tenant:read";
    public static final String TENANT_UPDATE = "tenant:update";
    public static final String TENANT_DELETE = "tenant:delete";

    /** What a tenant's Admin holds, in the order in which it is listed to people. */
    public static final Set<String> ALL = ordered(
            TICKET_CREATE,
            TICKET_READ,
            TICKET_UPDATE,
            TICKET_DELETE,
            TICKET_CLOSE_OVERRIDE,
            ASSET_CREATE,
            ASSET_READ,
            ASSET_UPDATE,
            ASSET_DELETE,
            TIMEENTRY_CREATE,
            TIMEENTRY_READ,
            TIMEENTRY_UPDATE,
            TIMEENTRY_DELETE,
            TIMESHEET_READ_ALL,
            TIMESHEET_APPROVE,
            BOARD_CREATE,
            BOARD_READ,
            BOARD_UPDATE,
            BOARD_DELETE,
            CLIENT_CREATE,
            CLIENT_READ,
            CLIENT_UPDATE,
            CLIENT_DELETE,
            CONTACT_CREATE,
            CONTACT_READ,
            CONTACT_UPDATE,
            CONTACT_DELETE,
            USER_CREATE,
            USER_READ,
            USER_UPDATE,
            USER_DELETE,
            ROLE_CREATE,
            ROLE_READ,
            ROLE_UPDATE,
            ROLE_DELETE,
            API_KEY_CREATE,
            API_KEY_READ,
            API_KEY_UPDATE,
            API_KEY_DELETE,
            CONSTRAINT_CREATE,
            CONSTRAINT_READ,
            CONSTRAINT_UPDATE,
            CONSTRAINT_DELETE,
            ISSUER_CREATE,
            ISSUER_READ,
            ISSUER_UPDATE,
            ISSUER_DELETE);

    /** Needs the operator's own (MSP) tenant: an ordinary tenant's roles never hold these. */
    public static final Set<String> MSP_ONLY = ordered(TENANT_CREATE, TENANT_READ, TENANT_UPDATE, TENANT_DELETE);

    private Permissions() {}

    private static Set<String> ordered(String... permissions) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(permissions)));
    }
}
