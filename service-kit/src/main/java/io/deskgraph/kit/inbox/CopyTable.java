package io.deskgraph.kit.inbox;

/**
 * A table with what one topic has told. A rebuild removes the rows that no event tells of.
 *
 * @param subject SQL for the subject of a row, whose alias is {@code copy}
 * @param removable SQL that says of a row whether it may go: something may refer to it
 */
public record CopyTable(String name, String subject, String removable) {

    /** @param subject SQL for the subject of a row, whose alias is {@code copy} */
    public static CopyTable of(String name, String subject) {
        return new CopyTable(name, subject, "true");
    }

    String removal() {
        return "DELETE FROM " + name + " AS copy WHERE tenant_id = $1 AND " + removable
                + " AND NOT EXISTS (SELECT FROM inbox WHERE inbox.tenant_id = $1 AND inbox.topic = $2"
                + " AND inbox.subject = " + subject + ")";
    }
}
