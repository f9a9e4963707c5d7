/**
 * Look-ups: small aggregates that others refer to, such as boards, categories or employees. What one of them is says a
 * {@link io.deskgraph.kit.lookup.LookUpKind}; how any of them is read, made, changed and deleted says
 * {@link io.deskgraph.kit.lookup.LookUps}. Names are kept unique and references whole by the database's constraints, so
 * that a race ends in a refusal; each change is one event with the full state, and a change that changes nothing is none.
 */
@NullMarked
package io.deskgraph.kit.lookup;

import org.jspecify.annotations.NullMarked;
