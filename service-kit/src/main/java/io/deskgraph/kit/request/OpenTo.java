package io.deskgraph.kit.request;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says why an operation asks for no permission; an operation with neither a permission nor a reason fails the build. */
@Documented
@Target({METHOD, TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    /** The reason, for the reader of the code. */
    String value();
}
