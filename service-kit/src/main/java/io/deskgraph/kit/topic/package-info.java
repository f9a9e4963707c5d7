/** The Kafka topics of the suite, made at start by whichever process comes first. */
@NullMarked
package io.deskgraph.kit.topic;

import org.jspecify.annotations.NullMarked;
