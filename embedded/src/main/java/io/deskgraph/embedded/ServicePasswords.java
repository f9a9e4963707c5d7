package io.deskgraph.embedded;

/** Passwords of a service's three database roles: schema owner, application, and the cross-tenant relay. */
public record ServicePasswords(String owner, String app, String system) {

    @Override
    public String toString() {
        return "ServicePasswords[***]";
    }
}
