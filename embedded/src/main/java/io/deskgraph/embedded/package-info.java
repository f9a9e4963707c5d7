/**
 * Real PostgreSQL and Kafka servers on a bare JDK, as child processes of whoever starts them. They listen on 127.0.0.1
 * only, die with their parent, and keep their data as long as their directory is kept. Nothing here is on the request
 * path of a service: it is for the launcher and for tests.
 */
@NullMarked
package io.deskgraph.embedded;

import org.jspecify.annotations.NullMarked;
