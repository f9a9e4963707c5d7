package io.deskgraph.tickets.document;

import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the store that the configuration asks for. */
class Stores {

    @Produces
    @Singleton
    DocumentStore store(Vertx vertx, DocumentConfig config, S3Config bucket) {
        return switch (config.store()) {
            case FILESYSTEM -> new FileDocumentStore(vertx, config.directory());
            case S3 -> S3DocumentStore.of(bucket);
        };
    }
}
