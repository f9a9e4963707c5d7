/** Small conversions between Java and PostgreSQL that every repository of this service needs. */
@NullMarked
package io.deskgraph.tickets.sql;

import org.jspecify.annotations.NullMarked;
