package io.deskgraph.gateway.apikey;

import io.netty.util.NetUtil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A block of client addresses in CIDR notation, or a single address. */
public final class AddressRange {

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** Null if the text is neither an address nor a block. */
    public static @Nullable AddressRange parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = NetUtil.createByteArrayFromIpAddressString(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int width = address.length * Byte.SIZE;
        int bits = slash < 0 ? width : number(text.substring(slash + 1));
        return bits < 0 || bits > width ? null : new AddressRange(address, bits);
    }

    /** Whether the address, as the socket reports it, lies in the block. */
    public boolean contains(String address) {
        byte[] candidate = NetUtil.createByteArrayFromIpAddressString(address);
        return candidate != null && candidate.length == network.length && sameNetwork(candidate);
    }

    private boolean sameNetwork(byte[] candidate) {
        int whole = bits / Byte.SIZE;
        if (!Arrays.equals(candidate, 0, whole, network, 0, whole)) {
            return false;
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((candidate[whole] ^ network[whole]) & 0xFF) >> (Byte.SIZE - rest) == 0;
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }
}
