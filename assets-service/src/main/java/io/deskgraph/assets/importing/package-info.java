/**
 * The inventory as a file, inward. A file is taken in whole, then read once, record by record; rows are written in batches,
 * each batch with its history, its events and, for a job, its progress in one transaction, so that none is done in part or
 * twice. A trial run goes the same way and writes nothing. Reading waits for the database on threads of this package.
 */
@NullMarked
package io.deskgraph.assets.importing;

import org.jspecify.annotations.NullMarked;
