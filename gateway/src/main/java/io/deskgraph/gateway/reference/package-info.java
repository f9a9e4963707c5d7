/**
 * The API's own description: one OpenAPI document of everything the gateway routes to, the pages and lists made from it,
 * and the description of the events. Each service brings its part; the last part heard of a service stays in use while
 * it is away. Only what a route leads to is told.
 */
@NullMarked
package io.deskgraph.gateway.reference;

import org.jspecify.annotations.NullMarked;
