package io.deskgraph.kit.lookup;

/**
 * Something that may refer to a look-up and keeps it from being deleted.
 *
 * @param name what the refusal calls it
 * @param condition of rows {@code u} of the table that refer to the look-up with the id {@code $2}
 */
public record Use(String name, String table, String condition) {

    public static Use of(String table, String column) {
        return new Use(table, table, "u." + column + " = $2");
    }

    String count() {
        return "(SELECT count(*) FROM " + table + " u WHERE u.tenant_id = $1 AND (" + condition + ")) AS " + name;
    }
}
