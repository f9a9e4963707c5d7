/** Assets over HTTP in both dialects, with real servers behind them. */
package io.deskgraph.assets.asset;
