package io.deskgraph.gateway.edge;

import io.deskgraph.gateway.apikey.AddressRange;
import io.deskgraph.gateway.proxy.InboundHead;
import io.deskgraph.gateway.proxy.Visitor;
import io.netty.util.NetUtil;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Believes {@code X-Forwarded-For} and {@code X-Forwarded-Proto} of proxies that are configured, and of nobody else.
 * The list is read from its end, where the proxy next to the gateway has written: the first address that is no trusted
 * proxy is the client's, whatever the client itself has put in front.
 */
@Startup
@Singleton
class TrustedProxies {

    private final List<AddressRange> ranges;

    TrustedProxies(@ConfigProperty(name = "deskgraph.proxies.trusted") Optional<List<String>> trusted) {
        this.ranges = trusted.orElse(List.of()).stream()
                .map(String::strip)
                .map(TrustedProxies::range)
                .toList();
    }

    Visitor visitor(HttpServerRequest request, InboundHead head) {
        String peer = request.remoteAddress().hostAddress();
        if (ranges.isEmpty() || !isTrusted(peer)) {
            return new Visitor(peer, request.isSSL());
        }
        return new Visitor(client(head.forwardedFor(), peer), isSecure(head.forwardedProto(), request));
    }

    private String client(@Nullable String forwardedFor, String peer) {
        String client = peer;
        String[] hops = forwardedFor == null ? new String[0] : forwardedFor.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
            String address = address(hops[i].strip());
            if (address == null) {
                return client;
            }
            client = address;
        }
        return client;
    }

    private boolean isTrusted(String address) {
        for (AddressRange range : ranges) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecure(@Nullable String forwardedProto, HttpServerRequest request) {
        if (forwardedProto == null) {
            return request.isSSL();
        }
        return "https"
                .equalsIgnoreCase(forwardedProto
                        .substring(forwardedProto.lastIndexOf(',') + 1)
                        .strip());
    }

    /** Without the port that some proxies add; null if it is no address. */
    private static @Nullable String address(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            String inner = end < 0 ? "" : hop.substring(1, end);
            return NetUtil.isValidIpV6Address(inner) ? inner : null;
        }
        if (NetUtil.isValidIpV6Address(hop)) {
            return hop;
        }
        int colon = hop.indexOf(':');
        String bare = colon < 0 ? hop : hop.substring(0, colon);
        return NetUtil.isValidIpV4Address(bare) ? bare : null;
    }

    private static AddressRange range(String text) {
        AddressRange range = AddressRange.parse(text);
        if (range == null) {
            throw new IllegalArgumentException("deskgraph.proxies.trusted names no address or network: " + text);
        }
        return range;
    }
}
