/**
 * What a process tells of its requests. Every label has few values: routes by their template, methods and statuses by a
 * closed list, tenants by name only while they are among the busiest. Measuring waits for nothing and writes no text.
 */
@NullMarked
package io.deskgraph.kit.observe;

import org.jspecify.annotations.NullMarked;
