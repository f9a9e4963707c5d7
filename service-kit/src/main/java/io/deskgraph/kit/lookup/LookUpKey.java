package io.deskgraph.kit.lookup;

/**
 * How a path names a look-up.
 *
 * @param attribute of the entity, and column of the table
 */
public record LookUpKey(String attribute, Object value) {}
