package io.deskgraph.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultRolesTest {

    @Test
    void every_permission_constant_is_in_one_of_the_two_sets() throws IllegalAccessException {
        Set<String> constants = new TreeSet<>();
        for (Field field : Permissions.class.getFields()) {
            if (field.getType() == String.class) {
                constants.add((String) field.get(null));
            }
        }

        Set<String> listed = new TreeSet<>(Permissions.ALL);
        listed.addAll(Permissions.MSP_ONLY);
        assertEquals(constants, listed);
        assertTrue(listed.stream().allMatch(permission -> permission.matches("[a-z_]+:[a-z_]+")), listed.toString());
    }

    @Test
    void tenants_are_managed_by_the_operator_only() {
        assertTrue(Permissions.ALL.stream().noneMatch(permission -> permission.startsWith("tenant:")));
        assertTrue(Permissions.MSP_ONLY.stream().allMatch(permission -> permission.startsWith("tenant:")));
    }

    @ParameterizedTest
    @EnumSource
    void a_role_holds_known_permissions_only(DefaultRoles role) {
        assertFalse(role.permissions().isEmpty());
        assertTrue(Permissions.ALL.containsAll(role.permissions()), role.name());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void nobody_but_admin_deletes_or_overrides(DefaultRoles role) {
        var dangerous = new HashSet<>(role.permissions());
        dangerous.retainAll(
                List.of(Permissions.TICKET_DELETE, Permissions.ASSET_DELETE, Permissions.TICKET_CLOSE_OVERRIDE));

        assertEquals(Set.of(), dangerous);
    }

    @ParameterizedTest
    @CsvSource({
        "Manager, ticket, create read update",
        "Manager, asset, create read update",
        "Manager, timeentry, create read update",
        "Manager, timesheet, approve",
        "Technician, ticket, create read update",
        "Technician, asset, create read update",
        "Technician, timeentry, create read update",
        "Technician, timesheet, read_all",
        "Dispatcher, ticket, create read update",
        "Dispatcher, asset, read",
        "Dispatcher, timeentry, read",
        "Dispatcher, timesheet, ''",
        "Project Manager, ticket, create read update",
        "Project Manager, asset, read",
        "Project Manager, timeentry, create read update",
        "Project Manager, timesheet, approve read_all",
        "Finance, ticket, read update",
        "Finance, asset, read",
        "Finance, timeentry, create delete read update",
        "Finance, timesheet, read_all",
        "Read Only, ticket, read",
        "Read Only, asset, read",
        "Read Only, timeentry, read",
        "Read Only, timesheet, ''",
        "Read Only, client, read",
        "Read Only, contact, ''",
    })
    void a_role_may_do_this_with_a_resource(String roleName, String resource, String actions) {
        assertEquals(
                actions,
                named(roleName).permissions().stream()
                        .filter(permission -> permission.startsWith(resource + ":"))
                        .map(permission -> permission.substring(resource.length() + 1))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void admin_holds_everything_in_the_tenant() {
        assertEquals(Permissions.ALL, DefaultRoles.ADMIN.permissions());
    }

    private static DefaultRoles named(String roleName) {
        return Arrays.stream(DefaultRoles.values())
                .filter(role -> role.roleName().equals(roleName))
                .findFirst()
                .orElseThrow();
    }
}
