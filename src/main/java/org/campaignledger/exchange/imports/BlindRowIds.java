package org.campaignledger.exchange.imports;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BinaryOperator;

/**
 * Ids that look like any other of version 4 to whoever does not hold the ledger's keys: not that they come from a sheet, nor
 * which of them come from the same, nor in which order. A keyed hash over file and row fills all of an id but its last 24
 * bits; these hold the row under a mask that follows from the rest, so that whoever holds the keys and the file finds it
 * again.
 */
final class BlindRowIds implements RowIds {

    private static final int ROW_BITS = 24;
    private static final long ROW_MASK = (1L << ROW_BITS) - 1;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final String file;
    private final RowIds former;
    private final BinaryOperator<String> mac;

    /**
     * Those of a file.
     *
     * @param former under which an earlier release recorded the same rows
     * @param mac    keyed hash of a kind and a text, hexadecimal
     */
    BlindRowIds(ImportJob.Asked asked, RowIds former, BinaryOperator<String> mac) {
        this.file = RowIds.fileOf(asked);
        this.former = former;
        this.mac = mac;
    }

    @Override
    public String of(long row) {
        byte[] hash = hash("import.row", file + "\n" + row);
        long high = long64(hash, 0) & ~0xF000L | VERSION_4;
        long low = long64(hash, Long.BYTES) >>> 2 & ~ROW_MASK | VARIANT;
        return new UUID(high, low | (row ^ mask(high, low)) & ROW_MASK).toString();
    }

    @Override
    public List<String> allOf(long row) {
        return List.of(of(row), former.of(row));
    }

    @Override
    public OptionalLong rowOf(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            long low = uuid.getLeastSignificantBits();
            long row = (low ^ mask(uuid.getMostSignificantBits(), low & ~ROW_MASK)) & ROW_MASK;
            return of(row).equals(id) ? OptionalLong.of(row) : former.rowOf(id);
        } catch (IllegalArgumentException another) {
            return OptionalLong.empty();
        }
    }

    private long mask(long high, long low) {
        return long64(hash("import.row.place", file + "\n" + high + "\n" + low), 0);
    }

    private byte[] hash(String kind, String text) {
        return HexFormat.of().parseHex(mac.apply(kind, text));
    }

    private static long long64(byte[] bytes, int from) {
        return ByteBuffer.wrap(bytes, from, Long.BYTES).getLong();
    }
}
