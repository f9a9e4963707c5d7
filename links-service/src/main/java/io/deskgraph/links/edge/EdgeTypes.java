package io.deskgraph.links.edge;

/** The types with rules of their own; any other text is a type too. */
public final class EdgeTypes {

    /** The from side is the parent; the only type with aliases. */
    public static final String PARENT_CHILD = "parentChild";

    /** The direction means nothing. */
    public static final String RELATED = "related";

    private EdgeTypes() {}
}
