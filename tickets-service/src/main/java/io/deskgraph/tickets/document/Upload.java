package io.deskgraph.tickets.document;

/**
 * A file that is in the store. Two uploads are the same request when all of this is equal.
 *
 * @param checksum SHA-256 of the bytes, in hexadecimal digits
 */
record Upload(String name, String mimeType, long size, String checksum) {}
