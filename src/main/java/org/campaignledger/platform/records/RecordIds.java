package org.campaignledger.platform.records;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids of records: UUIDs of version 7 (RFC 9562), whose order by time keeps the store's indexes compact; of version 4 where
 * nobody who sees an id is to learn when its record came.
 */
public final class RecordIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecordIds() {}

    /** A new id, never given before; it begins with the millisecond at which it was made. */
    public static String next() {
        long millis = System.currentTimeMillis();
        long high = millis << 16 | 0x7000L | RANDOM.nextInt(1 << 12);
        long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** A new id, never given before, of which nothing can be told: not when it was made, nor what was made with it. */
    public static String silent() {
        return UUID.randomUUID().toString();
    }
}
