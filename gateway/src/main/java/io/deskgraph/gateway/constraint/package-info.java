/**
 * Constraints on objects: who may do what with which of them. They are kept and announced here and enforced by the
 * services that own the objects. All writes of a tenant take turns, so that a role's new name reaches every constraint.
 */
@NullMarked
package io.deskgraph.gateway.constraint;

import org.jspecify.annotations.NullMarked;
