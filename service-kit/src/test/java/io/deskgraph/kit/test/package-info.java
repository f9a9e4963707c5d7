/**
 * What the services' tests share: real servers, tokens, reading and writing of events, and contract suites that a
 * service runs against itself by a small subclass. Shipped as the test-jar.
 */
package io.deskgraph.kit.test;
