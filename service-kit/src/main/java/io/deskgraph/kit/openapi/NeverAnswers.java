package io.deskgraph.kit.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Statuses that operations of this kind commonly answer and this one never does; the document leaves them out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NeverAnswers {

    /** Such as {@code 404}. */
    String[] value();

    /** Why not. */
    String because();
}
