package io.deskgraph.assets.checkout;

import java.util.UUID;

/** An employee who can be given assets. */
public record Holder(UUID id, long number, String name, boolean active) {}
