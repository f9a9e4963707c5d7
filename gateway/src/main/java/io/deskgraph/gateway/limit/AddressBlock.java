package io.deskgraph.gateway.limit;

import io.netty.util.NetUtil;
import java.util.HexFormat;

/** Whom an address stands for: itself, or with IPv6 the network of 64 bits that one subscriber commonly holds. */
final class AddressBlock {

    private static final int NETWORK_BYTES = 8;
    private static final int LENGTH_OF_V6 = 16;

    private AddressBlock() {}

    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length != LENGTH_OF_V6) {
            return address;
        }
        // Zeros: the loopback, or a v4 address in v6 clothes.
        return isZero(bytes) ? address : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
    }

    private static boolean isZero(byte[] bytes) {
        for (int i = 0; i < NETWORK_BYTES; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
