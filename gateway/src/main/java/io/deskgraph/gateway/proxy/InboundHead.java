package io.deskgraph.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A request's headers, read in one pass: those the gateway decides by, and those that travel on. A header that decides
 * something and is there twice is remembered as ambiguous and never as one of its values.
 */
public final class InboundHead implements BiConsumer<String, String> {

    // What a header takes on the wire beside its name and value: colon, space, line end.
    private static final int SEPARATORS = 4;

    private final MultiMap passing = HttpHeaders.headers();
    private @Nullable String host;
    private @Nullable String apiKey;
    private @Nullable String authorization;
    private @Nullable String tenantId;
    private @Nullable String traceParent;
    private @Nullable String traceState;
    private @Nullable String forwardedFor;
    private @Nullable String forwardedProto;
    private @Nullable String connection;
    private long contentLength = -1;
    private boolean chunked;
    private boolean expectsContinue;
    private boolean unknownCoding;
    private boolean hostTwice;
    private boolean credentialTwice;
    private int size;

    private InboundHead() {}

    /** @throws IllegalArgumentException for a header that could not be sent on as what it is */
    public static InboundHead of(HttpServerRequest request) {
        InboundHead head = new InboundHead();
        request.headers().forEach(head);
        head.dropNamedByConnection();
        if (request.version() == HttpVersion.HTTP_2) {
            head.completeFromStream(request);
        }
        return head;
    }

    @Override
    public void accept(String name, String value) {
        size += name.length() + value.length() + SEPARATORS;
        switch (HeaderKind.of(name)) {
            case PASS -> passing.add(name, value);
            case HOST -> {
                hostTwice |= host != null;
                host = value;
            }
            case API_KEY -> {
                credentialTwice |= apiKey != null;
                apiKey = value;
            }
            case AUTHORIZATION -> {
                credentialTwice |= authorization != null;
                authorization = value;
            }
            case TENANT_ID -> {
                credentialTwice |= tenantId != null;
                tenantId = value;
            }
            case TRACE_PARENT -> traceParent = value;
            case TRACE_STATE -> traceState = value;
            case FORWARDED_FOR -> forwardedFor = joined(forwardedFor, value);
            case FORWARDED_PROTO -> forwardedProto = joined(forwardedProto, value);
            case CONNECTION -> connection = joined(connection, value);
            case CONTENT_LENGTH -> contentLength = Long.parseLong(value.strip());
            case TRANSFER_ENCODING -> {
                chunked = true;
                unknownCoding |= !value.strip().equalsIgnoreCase("chunked");
            }
            case EXPECT -> expectsContinue = value.equalsIgnoreCase("100-continue");
            case DROP -> {}
        }
    }

    /** The one {@code Host} header; null if there is none or more than one. */
    public @Nullable String host() {
        return hostTwice ? null : host;
    }

    public @Nullable String apiKey() {
        return apiKey;
    }

    public @Nullable String authorization() {
        return authorization;
    }

    public @Nullable String tenantId() {
        return tenantId;
    }

    /** Whether there is anything that could be a credential. */
    public boolean hasCredential() {
        return apiKey != null || authorization != null;
    }

    /** What the proxies on the way say of the client; worth as much as whoever sent it. */
    public @Nullable String forwardedFor() {
        return forwardedFor;
    }

    public @Nullable String forwardedProto() {
        return forwardedProto;
    }

    /** Whether the client sent a credential more than once, so that readers could disagree on which one counts. */
    public boolean isCredentialAmbiguous() {
        return credentialTwice;
    }

    /** The bytes of the header block, without the request line. */
    public int size() {
        return size;
    }

    /** The declared length of the body; -1 if it is not declared. */
    public long contentLength() {
        return chunked ? -1 : contentLength;
    }

    public boolean hasBody() {
        return chunked || contentLength > 0;
    }

    /** Whether the body is coded in a way that would be lost on the next hop. */
    public boolean hasUnknownCoding() {
        return unknownCoding;
    }

    boolean expectsContinue() {
        return expectsContinue;
    }

    @Nullable
    String traceParent() {
        return traceParent;
    }

    @Nullable
    String traceState() {
        return traceState;
    }

    /** Headers that travel on. */
    MultiMap passing() {
        return passing;
    }

    private static String joined(@Nullable String before, String value) {
        return before == null ? value : before + "," + value;
    }

    /** HTTP/2 says in other places where a request goes and whether it has a body, and knows no codings. */
    private void completeFromStream(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        host = authority == null ? null : authority.toString();
        chunked = contentLength < 0 && !StreamEnd.isReached(request);
    }

    private void dropNamedByConnection() {
        if (connection == null || connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close")) {
            return;
        }
        for (String name : connection.split(",", -1)) {
            passing.remove(name.strip());
        }
    }
}
