package io.deskgraph.tickets.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Which bucket, and how it is reached. */
@ConfigMapping(prefix = "deskgraph.documents.s3")
public interface S3Config {

    /** Left out, Amazon's own. */
    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    Optional<String> bucket();

    /** Left out, credentials come from where Amazon's clients look for them. */
    Optional<String> accessKey();

    Optional<String> secretKey();

    /** Bucket in the path instead of the host, as most servers but Amazon's want it. */
    @WithDefault("true")
    boolean pathStyle();
}
