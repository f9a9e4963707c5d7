/**
 * The one error body. Services throw {@link io.deskgraph.kit.problem.Problem}; everything else that can go wrong is
 * mapped here, and what nobody foresaw ends in exactly one fallback that logs the cause and tells the client nothing but
 * the request id.
 */
@NullMarked
package io.deskgraph.kit.problem;

import org.jspecify.annotations.NullMarked;
