/** Checkouts and returns. */
package io.deskgraph.assets.checkout;
