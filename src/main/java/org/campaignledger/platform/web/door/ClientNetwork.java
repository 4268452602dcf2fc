package org.campaignledger.platform.web.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Whom a limit by address counts as one. */
public final class ClientNetwork {

    private static final int PREFIX_BYTES = 8;

    private ClientNetwork() {}

    /**
     * An address, or of IPv6 the /64 that one household is given (RFC 6177): the rest of it is chosen freely.
     *
     * @param address of the client, as {@code getRemoteAddr} tells it: a literal, so that nothing is looked up
     */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, PREFIX_BYTES) : address;
        } catch (UnknownHostException noLiteral) {
            return address;
        }
    }
}
