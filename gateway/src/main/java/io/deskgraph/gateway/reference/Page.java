package io.deskgraph.gateway.reference;

import io.deskgraph.kit.openapi.OwnDocument;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Something to be read, with a tag, so that it travels once. */
record Page(Buffer content, String mediaType, String tag) {

    static Page of(byte[] content, String mediaType) {
        return new Page(Buffer.buffer(content), mediaType, OwnDocument.tag(content));
    }

    static Page of(String content, String mediaType) {
        return of(content.getBytes(StandardCharsets.UTF_8), mediaType);
    }

    /** @param known the value of {@code If-None-Match} */
    Response.ResponseBuilder answer(@Nullable String known) {
        Response.ResponseBuilder answer = tag.equals(known)
                ? Response.notModified()
                : Response.ok(content).header(HttpHeaders.CONTENT_TYPE, mediaType);
        return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
