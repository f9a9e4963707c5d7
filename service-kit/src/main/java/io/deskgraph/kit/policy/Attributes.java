package io.deskgraph.kit.policy;

import java.util.List;

/** An object as constraints see it. */
public interface Attributes {

    /** The values of a field that the object's type has. */
    List<String> of(String field);
}
