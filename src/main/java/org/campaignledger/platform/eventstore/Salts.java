package org.campaignledger.platform.eventstore;

import java.security.SecureRandom;
import java.util.Arrays;

/** Salts of events, drawn many at a time: a draw from the system's generator costs more than the bytes in it. */
final class Salts {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] DRAWN = new byte[256 * BYTES];
    private static int next = DRAWN.length;

    private Salts() {}

    /** A new one of 16 random bytes, handed out once. */
    static synchronized byte[] next() {
        if (next == DRAWN.length) {
            RANDOM.nextBytes(DRAWN);
            next = 0;
        }
        byte[] salt = Arrays.copyOfRange(DRAWN, next, next + BYTES);
        Arrays.fill(DRAWN, next, next + BYTES, (byte) 0);
        next += BYTES;
        return salt;
    }
}
