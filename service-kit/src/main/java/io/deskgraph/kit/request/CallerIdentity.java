package io.deskgraph.kit.request;

import io.quarkus.security.StringPermission;
import io.quarkus.security.credential.Credential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Permission;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link Caller} as the security layer sees it: each {@code resource:action} becomes a permission it can check. */
public final class CallerIdentity {

    private static final String CALLER = Caller.class.getName();

    private CallerIdentity() {}

    public static SecurityIdentity of(Caller caller, Principal principal, Credential credential) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addCredential(credential)
                .addPermissions(permissions(caller))
                .addAttribute(CALLER, caller)
                .build();
    }

    public static @Nullable Caller callerOf(SecurityIdentity identity) {
        return identity.getAttribute(CALLER);
    }

    private static Set<Permission> permissions(Caller caller) {
        return caller.permissions().stream().map(CallerIdentity::permission).collect(Collectors.toUnmodifiableSet());
    }

    private static Permission permission(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new StringPermission(text)
                : new StringPermission(text.substring(0, colon), text.substring(colon + 1));
    }
}
