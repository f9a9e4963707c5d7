package io.deskgraph.kit.request;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Caller and id of the request being served; each is set once and cannot be read before. */
@RequestScoped
public class CurrentRequest {

    private @Nullable Caller caller;
    private @Nullable String requestId;

    public Caller caller() {
        return known(caller, "caller");
    }

    public UUID tenantId() {
        return caller().tenantId();
    }

    public String requestId() {
        return known(requestId, "request id");
    }

    public boolean hasCaller() {
        return caller != null;
    }

    /** Called by the filter that has verified the token; a gateway or a consumer calls it with its own caller. */
    public void bind(Caller caller) {
        if (this.caller != null) {
            throw new IllegalStateException("The caller of this request is already set");
        }
        this.caller = caller;
    }

    public void begin(String requestId) {
        if (this.requestId != null) {
            throw new IllegalStateException("The id of this request is already set");
        }
        this.requestId = requestId;
    }

    private static <T> T known(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("The " + what + " of this request is not known yet");
        }
        return value;
    }
}
