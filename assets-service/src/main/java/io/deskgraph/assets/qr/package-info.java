/**
 * Codes on things, and the page they lead to. Both are open to everybody, so neither tells more than the code itself says:
 * what another tenant has is as unknown as what nobody has, and the page is the same for every tag.
 */
@NullMarked
package io.deskgraph.assets.qr;

import org.jspecify.annotations.NullMarked;
