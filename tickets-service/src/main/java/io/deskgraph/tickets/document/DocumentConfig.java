package io.deskgraph.tickets.document;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where documents are kept and which are taken. */
@ConfigMapping(prefix = "deskgraph.documents")
public interface DocumentConfig {

    enum Store {
        FILESYSTEM,
        S3
    }

    @WithDefault("filesystem")
    Store store();

    /** Of the file system store: on a disk that stays, shared by all replicas. */
    @WithDefault("documents")
    Path directory();

    /** The largest file. */
    @WithDefault("500M")
    MemorySize maxSize();

    /** Types that are taken, such as {@code image/*}; none means all. */
    Optional<List<String>> allowedTypes();

    /** How long an upload may last. */
    @WithDefault("1h")
    Duration uploadDeadline();

    /** How often bytes that nothing owns are looked for. */
    @WithDefault("30s")
    Duration sweepInterval();
}
