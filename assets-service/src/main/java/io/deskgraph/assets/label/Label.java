package io.deskgraph.assets.label;

/** What stands on one label. */
record Label(String url, String assetTag, String name) {}
