package io.deskgraph.contracts;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The {@code ce_type} of every event, past tense, with the version of its schema at the end. */
public final class EventTypes {

    public static final String ASSET_CREATED = "io.deskgraph.asset.created.v1";
    public static final String ASSET_UPDATED = "io.deskgraph.asset.updated.v1";
    public static final String ASSET_CHECKED_OUT = "io.deskgraph.asset.checked_out.v1";
    public static final String ASSET_CHECKED_IN = "io.deskgraph.asset.checked_in.v1";
    public static final String ASSET_DELETED = "io.deskgraph.asset.deleted.v1";

    /** A look-up (category, board, client, …) was written or deleted; on the assets and on the tickets topic. */
    public static final String REFERENCE_CHANGED = "io.deskgraph.reference.changed.v1";

    public static final String TICKET_CREATED = "io.deskgraph.ticket.created.v1";
    public static final String TICKET_UPDATED = "io.deskgraph.ticket.updated.v1";
    public static final String TICKET_STATUS_CHANGED = "io.deskgraph.ticket.status_changed.v1";
    public static final String TICKET_PRIORITY_CHANGED = "io.deskgraph.ticket.priority_changed.v1";
    public static final String TICKET_ASSIGNED = "io.deskgraph.ticket.assigned.v1";
    public static final String TICKET_UNASSIGNED = "io.deskgraph.ticket.unassigned.v1";
    public static final String TICKET_CLOSED = "io.deskgraph.ticket.closed.v1";
    public static final String TICKET_REOPENED = "io.deskgraph.ticket.reopened.v1";
    public static final String TICKET_DELETED = "io.deskgraph.ticket.deleted.v1";
    public static final String TICKET_COMMENT_ADDED = "io.deskgraph.ticket.comment_added.v1";
    public static final String TICKET_COMMENT_UPDATED = "io.deskgraph.ticket.comment_updated.v1";
    public static final String TICKET_DOCUMENT_ATTACHED = "io.deskgraph.ticket.document_attached.v1";
    public static final String TICKET_DOCUMENT_REMOVED = "io.deskgraph.ticket.document_removed.v1";
    public static final String TICKET_MATERIAL_ADDED = "io.deskgraph.ticket.material_added.v1";
    public static final String TICKET_TIME_ENTRY_ADDED = "io.deskgraph.ticket.time_entry_added.v1";
    public static final String TICKET_TIME_ENTRY_UPDATED = "io.deskgraph.ticket.time_entry_updated.v1";
    public static final String TICKET_TIME_ENTRY_REMOVED = "io.deskgraph.ticket.time_entry_removed.v1";

    public static final String BUNDLE_CREATED = "io.deskgraph.bundle.created.v1";
    public static final String BUNDLE_CHILDREN_ADDED = "io.deskgraph.bundle.children_added.v1";
    public static final String BUNDLE_CHILD_REMOVED = "io.deskgraph.bundle.child_removed.v1";
    public static final String BUNDLE_PROMOTED = "io.deskgraph.bundle.promoted.v1";
    public static final String BUNDLE_SETTINGS_CHANGED = "io.deskgraph.bundle.settings_changed.v1";
    public static final String BUNDLE_DISSOLVED = "io.deskgraph.bundle.dissolved.v1";

    public static final String TICKET_ASSET_LINKED = "io.deskgraph.ticket_asset.linked.v1";
    public static final String TICKET_ASSET_UNLINKED = "io.deskgraph.ticket_asset.unlinked.v1";

    public static final String ASSET_LINK_CREATED = "io.deskgraph.asset_link.created.v1";
    public static final String ASSET_LINK_UPDATED = "io.deskgraph.asset_link.updated.v1";
    public static final String ASSET_LINK_DELETED = "io.deskgraph.asset_link.deleted.v1";

    // Hosts and settings are part of a tenant: adding or removing a host is a TENANT_UPDATED.
    public static final String TENANT_CREATED = "io.deskgraph.tenant.created.v1";
    public static final String TENANT_UPDATED = "io.deskgraph.tenant.updated.v1";
    public static final String TENANT_SUSPENDED = "io.deskgraph.tenant.suspended.v1";
    public static final String TENANT_RESUMED = "io.deskgraph.tenant.resumed.v1";
    public static final String TENANT_DELETED = "io.deskgraph.tenant.deleted.v1";

    // Deactivating a user is a USER_UPDATED (is_inactive): names in old records stay readable. USER_DELETED is erasure.
    public static final String USER_CREATED = "io.deskgraph.user.created.v1";
    public static final String USER_UPDATED = "io.deskgraph.user.updated.v1";
    public static final String USER_DELETED = "io.deskgraph.user.deleted.v1";

    public static final String ROLE_CREATED = "io.deskgraph.role.created.v1";
    public static final String ROLE_UPDATED = "io.deskgraph.role.updated.v1";
    public static final String ROLE_DELETED = "io.deskgraph.role.deleted.v1";

    public static final String API_KEY_CREATED = "io.deskgraph.api_key.created.v1";
    public static final String API_KEY_UPDATED = "io.deskgraph.api_key.updated.v1";
    public static final String API_KEY_REVOKED = "io.deskgraph.api_key.revoked.v1";

    // A policy is a constraint on objects together with the roles and users it is about.
    public static final String POLICY_CREATED = "io.deskgraph.policy.created.v1";
    public static final String POLICY_UPDATED = "io.deskgraph.policy.updated.v1";
    public static final String POLICY_DELETED = "io.deskgraph.policy.deleted.v1";

    // An issuer is whoever else signs tokens that the tenant accepts.
    public static final String ISSUER_CREATED = "io.deskgraph.issuer.created.v1";
    public static final String ISSUER_UPDATED = "io.deskgraph.issuer.updated.v1";
    public static final String ISSUER_DELETED = "io.deskgraph.issuer.deleted.v1";

    private static final String SCHEMAS = "https://deskgraph.io/schemas/";

    private static final Map<String, List<String>> BY_TOPIC = byTopic();

    private static final Set<String> ALL =
            BY_TOPIC.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

    private EventTypes() {}

    /** Every type. */
    public static Set<String> all() {
        return ALL;
    }

    /** The types that travel on a topic; none for a topic that is not ours. */
    public static List<String> on(String topic) {
        return BY_TOPIC.getOrDefault(topic, List.of());
    }

    /** The {@code ce_dataschema} of a type, which is the {@code $id} of its JSON Schema. */
    public static URI schemaUri(String type) {
        return URI.create(SCHEMAS + type + ".json");
    }

    private static Map<String, List<String>> byTopic() {
        Map<String, List<String>> types = new LinkedHashMap<>();
        types.put(
                Topics.ASSETS,
                List.of(
                        ASSET_CREATED,
                        ASSET_UPDATED,
                        ASSET_CHECKED_OUT,
                        ASSET_CHECKED_IN,
                        ASSET_DELETED,
                        REFERENCE_CHANGED));
        types.put(
                Topics.TICKETS,
                List.of(
                        TICKET_CREATED,
                        TICKET_UPDATED,
                        TICKET_STATUS_CHANGED,
                        TICKET_PRIORITY_CHANGED,
                        TICKET_ASSIGNED,
                        TICKET_UNASSIGNED,
                        TICKET_CLOSED,
                        TICKET_REOPENED,
                        TICKET_DELETED,
                        TICKET_COMMENT_ADDED,
                        TICKET_COMMENT_UPDATED,
                        TICKET_DOCUMENT_ATTACHED,
                        TICKET_DOCUMENT_REMOVED,
                        TICKET_MATERIAL_ADDED,
                        TICKET_TIME_ENTRY_ADDED,
                        TICKET_TIME_ENTRY_UPDATED,
                        TICKET_TIME_ENTRY_REMOVED,
                        REFERENCE_CHANGED));
        types.put(
                Topics.BUNDLES,
                List.of(
                        BUNDLE_CREATED,
                        BUNDLE_CHILDREN_ADDED,
                        BUNDLE_CHILD_REMOVED,
                        BUNDLE_PROMOTED,
                        BUNDLE_SETTINGS_CHANGED,
                        BUNDLE_DISSOLVED));
        types.put(
                Topics.LINKS,
                List.of(
                        TICKET_ASSET_LINKED,
                        TICKET_ASSET_UNLINKED,
                        ASSET_LINK_CREATED,
                        ASSET_LINK_UPDATED,
                        ASSET_LINK_DELETED));
        types.put(
                Topics.IDENTITY,
                List.of(
                        TENANT_CREATED,
                        TENANT_UPDATED,
                        TENANT_SUSPENDED,
                        TENANT_RESUMED,
                        TENANT_DELETED,
                        USER_CREATED,
                        USER_UPDATED,
                        USER_DELETED,
                        ROLE_CREATED,
                        ROLE_UPDATED,
                        ROLE_DELETED,
                        API_KEY_CREATED,
                        API_KEY_UPDATED,
                        API_KEY_REVOKED,
                        POLICY_CREATED,
                        POLICY_UPDATED,
                        POLICY_DELETED,
                        ISSUER_CREATED,
                        ISSUER_UPDATED,
                        ISSUER_DELETED));
        return Collections.unmodifiableMap(types);
    }
}
