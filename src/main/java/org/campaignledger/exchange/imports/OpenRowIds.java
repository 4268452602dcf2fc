package org.campaignledger.exchange.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Ids of the records that a file becomes: UUIDs of version 8 (RFC 9562, 5.8) made of a hash over account, campaign, kind and
 * the file's digest, and the number of the row: whoever meets such an id knows the row.
 */
final class OpenRowIds implements RowIds {

    private static final int ROW_BITS = 24;
    private static final long ROW_MASK = (1L << ROW_BITS) - 1;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final long high;
    private final long low;

    OpenRowIds(ImportJob.Asked asked) {
        String name = "import\n" + RowIds.fileOf(asked);
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(name.getBytes(StandardCharsets.UTF_8)));
            high = hash.getLong() & ~0xF000L | VERSION_8;
            low = hash.getLong() >>> 2 & ~ROW_MASK | VARIANT;
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public String of(long row) {
        return new UUID(high, low | row & ROW_MASK).toString();
    }

    @Override
    public List<String> allOf(long row) {
        return List.of(of(row));
    }

    @Override
    public OptionalLong rowOf(String id) {
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
