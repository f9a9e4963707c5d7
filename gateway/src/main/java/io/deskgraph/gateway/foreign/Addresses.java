package io.deskgraph.gateway.foreign;

import io.deskgraph.gateway.apikey.AddressRange;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where keys may be fetched from. Somebody at a tenant types these addresses, and the gateway stands where more can be
 * reached than from outside: what is not public is refused, unless the operator has named it.
 */
@Singleton
public class Addresses {

    private static final int LONGEST = 2_048;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final List<AddressRange> NOT_PUBLIC = ranges(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/3",
            // Loopback, and what wraps an address of the list above.
            "::/8",
            "100::/64",
            "2001::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8"));

    private final List<AddressRange> allowed;
    private final boolean allowHttp;

    Addresses(IssuerConfig config) {
        this.allowed = ranges(config.privateNetworks().orElse(List.of()));
        this.allowHttp = config.allowHttp();
    }

    /** What is wrong with the address as far as can be seen without asking for its host; null if nothing is. */
    public @Nullable String mistake(String text, boolean issuer) {
        URI uri = parse(text);
        if (uri == null || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return "Must be an address such as https://login.example.org/realms/acme";
        }
        if (issuer && uri.getRawQuery() != null) {
            return "Must not have a query";
        }
        if (!isSecureEnough(uri)) {
            return "Must begin with https://";
        }
        return isLiteral(uri.getHost()) && !isAllowed(uri.getHost()) ? "Must not be in a private network" : null;
    }

    /**
     * The address to connect to. It is this one that is connected to, so that the name cannot mean another one by then.
     * Asks the system's resolver, which may take its time.
     *
     * @throws UnknownHostException also if one of the host's addresses is none to be fetched from
     */
    InetAddress resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        for (InetAddress address : found) {
            if (!isAllowed(plain(address))) {
                throw new UnknownHostException("Not a public address");
            }
        }
        return found[0];
    }

    /** Without TLS only on this machine, unless the operator wants it so. */
    boolean isSecureEnough(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals("https")) {
            return true;
        }
        return scheme.equals("http")
                && (allowHttp || THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT)));
    }

    static @Nullable URI parse(String text) {
        try {
            return text.length() > LONGEST ? null : new URI(text);
        } catch (URISyntaxException notOne) {
            return null;
        }
    }

    /** Whether the host is an address in itself, however it is written: a resolver would not be asked. */
    private static boolean isLiteral(String host) {
        return host.startsWith("[") || AddressRange.parse(host) != null;
    }

    private boolean isAllowed(String address) {
        String bare = address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
        return NOT_PUBLIC.stream().noneMatch(range -> range.contains(bare))
                || allowed.stream().anyMatch(range -> range.contains(bare));
    }

    private static String plain(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    private static List<AddressRange> ranges(List<String> texts) {
        return texts.stream().flatMap(Addresses::range).toList();
    }

    private static Stream<AddressRange> range(String text) {
        AddressRange range = AddressRange.parse(text.strip());
        if (range == null) {
            throw new IllegalArgumentException("deskgraph.issuers.private-networks has no network such as " + text);
        }
        return Stream.of(range);
    }
}
