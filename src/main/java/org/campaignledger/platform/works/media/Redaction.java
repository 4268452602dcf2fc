package org.campaignledger.platform.works.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.campaignledger.kernel.Refused;

/**
 * What a redacted copy of the same length has in place of parts of the original: zeros, or four bytes such as the name of
 * a box that players pass over. In the order of their places, none overlapping another.
 */
public final class Redaction {

    /** Nothing is put in place of anything. */
    public static final Redaction NONE = new Redaction(List.of());

    /** More than any honest file needs; a longer list would be kept with every work. */
    private static final int MOST_PATCHES = 50_000;

    private static final int PATCH_BYTES = 20;

    private final List<Patch> patches;

    private Redaction(List<Patch> patches) {
        this.patches = patches;
    }

    /**
     * One part.
     *
     * @param from the first byte that is replaced
     * @param to   the byte after the last
     * @param word what its first four bytes become; the others become zeros. 0 for zeros throughout
     */
    private record Patch(long from, long to, int word) {

        private byte at(long place) {
            long offset = place - from;
            return offset < 4 ? (byte) (word >>> (24 - 8 * offset)) : 0;
        }
    }

    /** Gathers parts in any order; what lies inside another part is left out. */
    public static final class Builder {

        private final List<Patch> patches = new ArrayList<>();

        /** These bytes become zeros. */
        public Builder zero(long from, long to) {
            return word(from, to, 0);
        }

        /** The first four of these bytes become this word, the others zeros. */
        public Builder word(long from, long to, int word) {
            if (to > from) {
                if (patches.size() >= MOST_PATCHES) {
                    throw MediaRefusals.tooComplex();
                }
                patches.add(new Patch(from, to, word));
            }
            return this;
        }

        /** All of them. */
        public Redaction build() {
            patches.sort(Comparator.comparingLong(Patch::from).thenComparing(Patch::to, Comparator.reverseOrder()));
            List<Patch> apart = new ArrayList<>();
            long end = 0;
            for (Patch patch : patches) {
                if (patch.from() >= end) {
                    apart.add(patch);
                    end = patch.to();
                } else if (patch.to() > end) {
                    apart.add(new Patch(end, patch.to(), 0));
                    end = patch.to();
                }
            }
            return new Redaction(List.copyOf(apart));
        }
    }

    /** Whether nothing is replaced. */
    public boolean isEmpty() {
        return patches.isEmpty();
    }

    /**
     * Replaces what lies in a piece of the file.
     *
     * @param place where in the file the piece begins
     */
    public void apply(byte[] piece, int offset, int length, long place) {
        for (int i = firstEndingAfter(place); i < patches.size() && patches.get(i).from() < place + length; i++) {
            Patch patch = patches.get(i);
            long from = Math.max(patch.from(), place);
            long to = Math.min(patch.to(), place + length);
            for (long at = from; at < to; at++) {
                piece[offset + (int) (at - place)] = patch.at(at);
            }
        }
    }

    private int firstEndingAfter(long place) {
        int low = 0;
        int high = patches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (patches.get(middle).to() > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** As it is kept: 20 bytes for each part. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(patches.size() * PATCH_BYTES);
        patches.forEach(patch -> buffer.putLong(patch.from()).putLong(patch.to()).putInt(patch.word()));
        return buffer.array();
    }

    /** What {@link #toBytes} made. */
    public static Redaction ofBytes(byte[] kept) {
        ByteBuffer buffer = ByteBuffer.wrap(kept);
        List<Patch> patches = new ArrayList<>();
        while (buffer.remaining() >= PATCH_BYTES) {
            patches.add(new Patch(buffer.getLong(), buffer.getLong(), buffer.getInt()));
        }
        return new Redaction(List.copyOf(patches));
    }

    /**
     * A builder.
     *
     * @see Builder#word for the {@link Refused} that ends it
     */
    public static Builder builder() {
        return new Builder();
    }
}
