package org.campaignledger.platform.eventstore;

import java.security.SecureRandom;

/** Salts of events. */
final class Salts {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Salts() {}

    /** A new one of 16 random bytes. */
    static byte[] next() {
        byte[] salt = new byte[BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
