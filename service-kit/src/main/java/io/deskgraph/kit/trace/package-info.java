/**
 * OpenTelemetry spans of what this process does, sent to a collector if there is one. Without one nothing of this is at
 * work: no tracer exists, and each place that could make a span finds that out by one look at a field.
 */
@NullMarked
package io.deskgraph.kit.trace;

import org.jspecify.annotations.NullMarked;
