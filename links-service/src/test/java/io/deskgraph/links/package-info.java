/** The contracts that every service keeps, kept by this one. */
package io.deskgraph.links;
