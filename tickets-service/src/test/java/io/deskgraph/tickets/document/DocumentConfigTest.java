package io.deskgraph.tickets.document;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskgraph.kit.problem.Problem;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentConfigTest {

    @Test
    void untoldAnyTypeIsTakenUpToFiveHundredMebibytesIntoADirectory() {
        SmallRyeConfig config = config(Map.of());

        DocumentConfig documents = config.getConfigMapping(DocumentConfig.class);

        assertEquals(524_288_000, documents.maxSize().asLongValue());
        assertEquals(DocumentConfig.Store.FILESYSTEM, documents.store());
        assertDoesNotThrow(() -> new MimeTypes(documents).require("x/anything"));
    }

    @Test
    void typesAreTakenByNameOrByFamily() {
        SmallRyeConfig config = config(Map.of("deskgraph.documents.allowed-types", "image/*, Application/PDF"));

        MimeTypes types = new MimeTypes(config.getConfigMapping(DocumentConfig.class));

        assertDoesNotThrow(() -> types.require("image/png"));
        assertDoesNotThrow(() -> types.require("application/pdf"));
        assertThrows(Problem.class, () -> types.require("application/zip"));
        assertThrows(Problem.class, () -> types.require("imagery/png"));
    }

    @Test
    void aBucketIsToldBesideTheRest() {
        SmallRyeConfig config = config(Map.of(
                "deskgraph.documents.store", "s3",
                "deskgraph.documents.s3.bucket", "papers",
                "deskgraph.documents.s3.access-key", "key",
                "deskgraph.documents.s3.secret-key", "secret"));

        DocumentConfig documents = config.getConfigMapping(DocumentConfig.class);
        S3Config bucket = config.getConfigMapping(S3Config.class);

        assertEquals(Optional.of("papers"), bucket.bucket());
        Vertx vertx = Vertx.vertx();
        try (S3DocumentStore store =
                assertInstanceOf(S3DocumentStore.class, new Stores().store(vertx, documents, bucket))) {
            assertEquals(DocumentConfig.Store.S3, documents.store());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void aBucketWithoutANameIsAMistakeOfTheConfiguration() {
        S3Config bucket = config(Map.of()).getConfigMapping(S3Config.class);

        assertThrows(IllegalStateException.class, () -> S3DocumentStore.of(bucket));
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(values)
                .withMapping(DocumentConfig.class)
                .withMapping(S3Config.class)
                .build();
    }
}
