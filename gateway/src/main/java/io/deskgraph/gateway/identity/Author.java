package io.deskgraph.gateway.identity;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CurrentRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;

/** Whoever makes a change, when, and how far they may go: nobody hands out more than they hold. */
@Singleton
public class Author {

    private final CurrentRequest request;
    private final Clock clock;

    Author(CurrentRequest request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    public UUID id() {
        return request.caller().userId();
    }

    public Stamp now() {
        return Stamp.now(clock);
    }

    /** @throws Problem 403 when one of these permissions is not the caller's own */
    public void requireOwn(Collection<String> permissions) {
        Caller caller = request.caller();
        for (String permission : permissions) {
            if (!caller.may(permission)) {
                throw Problem.forbidden("Permission denied: Cannot grant " + permission);
            }
        }
    }

    /** Whether it exists for this tenant. */
    public boolean knows(String permission) {
        return Permissions.ALL.contains(permission)
                || request.caller().msp() && Permissions.MSP_ONLY.contains(permission);
    }
}
