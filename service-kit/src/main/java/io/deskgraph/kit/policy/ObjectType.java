package io.deskgraph.kit.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What constraints may be about, and the fields that their criteria may name. Assets and routes are enforced; the other
 * types are kept for clients that store constraints of theirs here.
 */
public enum ObjectType {
    API("api", "route__path"),
    WEB("web", "route__path"),
    DATABASE("database", "databaseId"),
    ASSET("asset", "databaseId", "assetId", "assetName", "assetType", "tags"),
    PIPELINE("pipeline", "databaseId", "pipelineId", "pipelineType", "pipelineExecutionType"),
    WORKFLOW("workflow", "databaseId", "workflowId"),
    METADATA_SCHEMA("metadataSchema", "databaseId", "metadataSchemaName", "metadataSchemaEntityType"),
    TAG("tag", "tagName"),
    TAG_TYPE("tagType", "tagTypeName"),
    ROLE("role", "roleName"),
    USER_ROLE("userRole", "roleName", "userId");

    /** By their names in requests. */
    public static final Map<String, ObjectType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ObjectType::wire, Function.identity()));

    private final String wire;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final List<String> fields;

    ObjectType(String wire, String... fields) {
        this.wire = wire;
        this.fields = List.of(fields);
    }

    public String wire() {
        return wire;
    }

    public List<String> fields() {
        return fields;
    }
}
