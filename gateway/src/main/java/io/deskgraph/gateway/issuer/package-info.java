/**
 * The tenant's register of issuers whose tokens it accepts. An issuer can speak for every user of the tenant: whoever
 * writes to the register has to hold whatever any of its roles gives.
 */
@NullMarked
package io.deskgraph.gateway.issuer;

import org.jspecify.annotations.NullMarked;
