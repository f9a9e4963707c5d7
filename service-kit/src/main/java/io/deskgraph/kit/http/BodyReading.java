package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JacksonException;
import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.problem.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Stands around the reading of each JSON body: bounds it, explains what is wrong with it, and refuses a missing one. Only
 * here is broken JSON the client's mistake; anywhere else it is ours.
 */
@Provider
class BodyReading implements ReaderInterceptor {

    private final long limit;

    BodyReading(@ConfigProperty(name = "deskgraph.http.json-limit") long limit) {
        this.limit = limit;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!isJson(context.getMediaType())) {
            return context.proceed();
        }
        context.setInputStream(new BoundedStream(context.getInputStream(), limit));
        Object body = read(context);
        if (body == null && !isOptional(context)) {
            throw Problem.invalid("Request body is required");
        }
        return body;
    }

    private static @Nullable Object read(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (BoundedStream.TooLong tooLong) {
            throw tooLarge();
        } catch (JacksonException invalid) {
            throw explain(invalid);
        } catch (WebApplicationException wrapped) {
            throw wrapped.getCause() instanceof JacksonException invalid ? explain(invalid) : wrapped;
        }
    }

    static Problem tooLarge() {
        return Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, "The request body is too large")
                .header("Connection", "close");
    }

    private static Problem explain(JacksonException invalid) {
        return invalid.getCause() instanceof BoundedStream.TooLong ? tooLarge() : BodyMistakes.explain(invalid);
    }

    private static boolean isOptional(ReaderInterceptorContext context) {
        return Arrays.stream(context.getAnnotations()).anyMatch(OptionalBody.class::isInstance);
    }

    static boolean isJson(@Nullable MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }
}
