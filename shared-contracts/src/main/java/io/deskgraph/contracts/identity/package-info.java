/**
 * States of tenants, users, roles and API keys. Never a secret, a hash of one or a part of one: what is on a topic is
 * read by many. {@code version} equals the event's aggregate version.
 */
@NullMarked
package io.deskgraph.contracts.identity;

import org.jspecify.annotations.NullMarked;
