@org.jspecify.annotations.NullMarked
package io.deskgraph.tickets.text;
