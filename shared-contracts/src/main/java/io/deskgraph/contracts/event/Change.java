package io.deskgraph.contracts.event;

import org.jspecify.annotations.Nullable;

/** One member's value before and after. The underscore is there because {@code new} is no Java name; JSON lacks it. */
@SuppressWarnings("MemberName")
public record Change(@Nullable Object old, @Nullable Object _new) {}
