/**
 * API keys: their plain form, which exists only while a request is checked, and the keyed hash that everything else
 * works with. Nothing here logs, stores or returns a plain key.
 */
@NullMarked
package io.deskgraph.gateway.apikey;

import org.jspecify.annotations.NullMarked;
