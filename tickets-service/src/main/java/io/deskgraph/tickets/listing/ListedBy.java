package io.deskgraph.tickets.listing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which list an operation reads, so that its parameters can be described. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ListedBy {

    /** A class with a static {@link ListShape} of the name {@code SHAPE}. */
    Class<?> value();

    /** Whether the answer is the list itself; otherwise the list's filters alone count. */
    boolean paged() default true;
}
