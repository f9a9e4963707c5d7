package io.deskgraph.kit.http;

import static java.lang.annotation.ElementType.PARAMETER;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The request may come without a body; the parameter is then null. Without it an absent body is answered with 400. */
@Documented
@Target(PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface OptionalBody {}
