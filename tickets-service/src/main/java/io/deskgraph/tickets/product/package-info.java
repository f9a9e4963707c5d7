/** The catalogue that materials and time are taken from: products and services with their rates. */
@NullMarked
package io.deskgraph.tickets.product;

import org.jspecify.annotations.NullMarked;
