/** A feature as small as can be, through which the kit's transactions, outbox, inbox and keys are tested for real. */
package io.deskgraph.kit.note;
