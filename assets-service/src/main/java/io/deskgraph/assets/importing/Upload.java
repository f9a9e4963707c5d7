package io.deskgraph.assets.importing;

import java.nio.file.Path;

/**
 * A file that was sent, whole.
 *
 * @param path where it lies; whoever has the upload deletes it
 * @param hash of its content, for telling repeats
 */
record Upload(Path path, String name, long size, String hash) {}
