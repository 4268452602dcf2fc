package org.campaignledger.subscription.model;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Whether an address is one of the public internet. Everything that IANA's registries of special-purpose addresses
 * (RFC 6890) keep for networks of one's own, for the machine itself, for documentation, or for reaching such an address
 * through another, is not: a webhook must not lead into the house.
 */
public final class APublicAddress {

    private static final List<Network> SPECIAL_4 = List.of(
            net(8, 0), net(8, 10), net(10, 100, 64), net(8, 127), net(16, 169, 254), net(12, 172, 16),
            net(24, 192, 0, 0), net(24, 192, 0, 2), net(24, 192, 88, 99), net(16, 192, 168), net(15, 198, 18),
            net(24, 198, 51, 100), net(24, 203, 0, 113), net(4, 224), net(4, 240));

    /** Inside 2000::/3, which alone is given out at all. */
    private static final List<Network> SPECIAL_6 = List.of(
            net(23, 0x20, 0x01, 0x00), net(32, 0x20, 0x01, 0x0d, 0xb8), net(16, 0x20, 0x02),
            net(20, 0x3f, 0xff, 0x00));
    private static final Network GIVEN_OUT_6 = net(3, 0x20);

    private static final int BYTE = 8;

    private APublicAddress() {}

    private record Network(int bits, byte[] prefix) {

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % BYTE;
                int wanted = bit / BYTE < prefix.length ? prefix[bit / BYTE] : 0;
                if ((address[bit / BYTE] & mask) != (wanted & mask)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Network network && network.bits == bits && Arrays.equals(network.prefix, prefix);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(prefix) + bits;
        }
    }

    private static Network net(int bits, int... prefix) {
        byte[] bytes = new byte[prefix.length];
        for (int i = 0; i < prefix.length; i++) {
            bytes[i] = (byte) prefix[i];
        }
        return new Network(bits, bytes);
    }

    /** Whether it is. IPv4 inside IPv6 is told by what Java makes of it, an IPv4 address, or refused. */
    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? SPECIAL_4.stream().noneMatch(network -> network.holds(bytes))
                : GIVEN_OUT_6.holds(bytes) && SPECIAL_6.stream().noneMatch(network -> network.holds(bytes));
    }
}
