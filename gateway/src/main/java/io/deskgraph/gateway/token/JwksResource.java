package io.deskgraph.gateway.token;

import io.deskgraph.kit.request.OpenTo;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.RsaJsonWebKey;

/** The public keys of the tokens, for whoever wants to verify one. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
class JwksResource {

    private static final String CACHED = "public, max-age=300";

    private final Jwks answer;

    JwksResource(TokenKeys keys) {
        this.answer = new Jwks(keys.all().stream().map(Jwk::of).toList());
    }

    @GET
    @PermitAll
    @OpenTo("Public keys are for everybody")
    @Operation(summary = "Get the public keys of tokens", description = "A JSON Web Key Set, RFC 7517.")
    @APIResponseSchema(Jwks.class)
    public Response keys() {
        return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, CACHED).build();
    }

    record Jwks(List<Jwk> keys) {}

    record Jwk(String kty, String use, String alg, String kid, String n, String e) {

        static Jwk of(RsaJsonWebKey key) {
            return new Jwk(
                    "RSA",
                    "sig",
                    "RS256",
                    key.getKeyId(),
                    number(key.getRsaPublicKey().getModulus()),
                    number(key.getRsaPublicKey().getPublicExponent()));
        }

        /** Big-endian without a sign. */
        private static String number(BigInteger value) {
            byte[] bytes = value.toByteArray();
            byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
        }
    }
}
