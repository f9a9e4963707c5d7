package io.deskgraph.standalone.bench;

/**
 * How long things take, in seconds.
 *
 * @param load that is measured
 * @param warmUp before each load: the first minute of a JVM is spent on compiling
 */
public record Lengths(int load, int warmUp) {}
