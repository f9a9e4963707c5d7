/**
 * The first tenants, from a file that an operator or the launcher writes. Reading it again creates what is missing and
 * changes nothing that is there.
 */
@NullMarked
package io.deskgraph.gateway.bootstrap;

import org.jspecify.annotations.NullMarked;
