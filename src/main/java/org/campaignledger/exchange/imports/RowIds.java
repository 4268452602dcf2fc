package org.campaignledger.exchange.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Ids of the records that a file becomes: UUIDs of version 8 (RFC 9562, 5.8) made of a hash over account, campaign, kind and
 * the file's digest, and the number of the row. The ledger takes an id once, so a row is recorded once, however often its
 * file is sent and wherever a run was broken off; and whoever meets such an id knows the row.
 */
final class RowIds {

    private static final int ROW_BITS = 24;
    private static final long ROW_MASK = (1L << ROW_BITS) - 1;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final long high;
    private final long low;

    RowIds(ImportJob.Asked asked) {
        String name = String.join("\n", "import", asked.actor().account(), asked.campaign(), asked.kind(),
                asked.digest());
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(name.getBytes(StandardCharsets.UTF_8)));
            high = hash.getLong() & ~0xF000L | VERSION_8;
            low = hash.getLong() >>> 2 & ~ROW_MASK | VARIANT;
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The id of a row's record. */
    String of(long row) {
        return new UUID(high, low | row & ROW_MASK).toString();
    }

    /** The row whose record has this id; empty if it is none of this file. */
    OptionalLong rowOf(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            boolean ours = uuid.getMostSignificantBits() == high
                    && (uuid.getLeastSignificantBits() & ~ROW_MASK) == low;
            return ours ? OptionalLong.of(uuid.getLeastSignificantBits() & ROW_MASK) : OptionalLong.empty();
        } catch (IllegalArgumentException another) {
            return OptionalLong.empty();
        }
    }
}
