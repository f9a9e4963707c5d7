@org.jspecify.annotations.NullMarked
package io.deskgraph.assets.transfer;
