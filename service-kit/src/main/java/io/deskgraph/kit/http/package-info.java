/**
 * HTTP conventions that every resource shares: JSON rules, entity tags, paging, envelopes, query parameters. What a
 * client sent wrong is told with a pointer to the member; what it sent in vain is listed in a header.
 */
@NullMarked
package io.deskgraph.kit.http;

import org.jspecify.annotations.NullMarked;
