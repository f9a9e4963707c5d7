package io.deskgraph.gateway.token;

import io.deskgraph.kit.http.OptionalBody;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.OpenTo;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A token in place of a key, for clients that want to send no long-lived secret with each request. */
@Path("/api/v1/auth/token")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
class TokenResource {

    private static final int DEFAULT_SECONDS = 900;
    private static final int MAX_SECONDS = 3_600;

    private final ClientTokens tokens;
    private final JsonWebToken caller;
    private final Vertx vertx;

    TokenResource(ClientTokens tokens, JsonWebToken caller, Vertx vertx) {
        this.tokens = tokens;
        this.caller = caller;
        this.vertx = vertx;
    }

    @POST
    @Authenticated
    @OpenTo("Whoever holds a key may have a token for it, which opens nothing that the key does not")
    @Operation(
            summary = "Get a token for a key",
            description =
                    "Send the key as always. The token is accepted as `Authorization: Bearer` on the hosts of the key's"
                            + " tenant, and ends with its time, with the key, or with the secret of the key that was sent, whichever is"
                            + " first. It does at any time what the key may do at that time.")
    public Uni<TokenAnswer> create(@OptionalBody @Nullable TokenRequest body) {
        int seconds = body == null || body.expiresIn() == null ? DEFAULT_SECONDS : body.expiresIn();
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw Problem.invalid("expires_in", "Must be from 1 to " + MAX_SECONDS);
        }
        if (caller.getClaim("key_print") == null) {
            throw Problem.forbidden("A token is given for a key only");
        }
        Supplier<String> token = tokens.prepare(caller, Duration.ofSeconds(seconds));
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(token::get, false).toCompletionStage())
                .map(signed -> TokenAnswer.of(new Token(signed, "Bearer", seconds)));
    }

    record TokenRequest(
            @Schema(example = "900", minimum = "1", maximum = "3600") @Nullable
            Integer expiresIn) {}

    /** A secret: it says nothing about itself. */
    record Token(String accessToken, String tokenType, int expiresIn) {

        @Override
        public String toString() {
            return "Token";
        }
    }

    /** The token twice: where OAuth clients look for it, and where the other routes' answers have their data. */
    record TokenAnswer(String accessToken, String tokenType, int expiresIn, Token data) {

        static TokenAnswer of(Token token) {
            return new TokenAnswer(token.accessToken(), token.tokenType(), token.expiresIn(), token);
        }

        @Override
        public String toString() {
            return "TokenAnswer";
        }
    }
}
