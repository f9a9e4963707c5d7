package io.deskgraph.standalone.kubernetes;

import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Does not see the setters that take whatever has no other place. */
final class NoBags extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
        return Boolean.FALSE;
    }
}
