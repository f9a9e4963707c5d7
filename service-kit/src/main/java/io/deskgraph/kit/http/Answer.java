package io.deskgraph.kit.http;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a write answers, still without HTTP machinery so that it can be stored beside the change. */
public record Answer(int status, @Nullable Object entity, Map<String, String> headers) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer of(int status, @Nullable Object entity) {
        return new Answer(status, entity, Map.of());
    }

    public static Answer ok(Object entity) {
        return of(200, entity);
    }

    public static Answer created(String location, Object entity) {
        return of(201, entity).header("Location", location);
    }

    public static Answer noContent() {
        return of(204, null);
    }

    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, entity, more);
    }

    /** @param tag a strong entity tag as {@link ETags} makes it */
    public Answer tagged(String tag) {
        return header("ETag", tag);
    }

    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status).entity(entity);
        headers.forEach(response::header);
        return response.build();
    }
}
