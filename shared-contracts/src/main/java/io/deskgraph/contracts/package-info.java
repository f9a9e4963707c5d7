/**
 * What the processes and their subscribers agree on: error codes, permissions, topics, event types, header names.
 * Plain Java without a framework, so that every process and every foreign subscriber can use it. Members are only added
 * here; a name that has once been on the wire stays.
 */
@NullMarked
package io.deskgraph.contracts;

import org.jspecify.annotations.NullMarked;
