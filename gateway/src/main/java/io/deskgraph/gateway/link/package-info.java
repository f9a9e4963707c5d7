/**
 * What the routes without a version prefix share: their field rules with the texts that clients match, and their answers
 * in camel case.
 */
@NullMarked
package io.deskgraph.gateway.link;

import org.jspecify.annotations.NullMarked;
