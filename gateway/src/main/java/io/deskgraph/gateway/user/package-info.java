/**
 * Users and the roles they hold. A user is never deleted but made inactive, so that names in old records stay readable;
 * every change of a user's roles, by whatever way, is a new version of that user with its event.
 */
@NullMarked
package io.deskgraph.gateway.user;

import org.jspecify.annotations.NullMarked;
