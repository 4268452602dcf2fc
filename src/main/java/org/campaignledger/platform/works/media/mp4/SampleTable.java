package org.campaignledger.platform.works.media.mp4;

import java.util.List;
import java.util.Optional;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.works.media.FileBytes;
import org.campaignledger.platform.works.media.MediaRefusals;

/**
 * The tables that say when each sample of a track is shown and where its bytes are. Counts are believed only as far as
 * the box that announces them reaches; the tables are walked, never loaded.
 */
final class SampleTable {

    /** Days of sound, and walked within a second. */
    static final long MOST_SAMPLES = 10_000_000;

    private static final int FULL_BOX_HEADER = 4;

    private final FileBytes bytes;
    private final List<Box> boxes;
    private final long samples;
    private final long sizesAt;
    private final long eachSize;
    private final int sizeBits;

    SampleTable(FileBytes bytes, List<Box> boxes) {
        this.bytes = bytes;
        this.boxes = boxes;
        Optional<Box> sizes = BoxReader.find(boxes, "stsz");
        if (sizes.isPresent()) {
            Box box = sizes.get();
            long at = table(box, 8);
            eachSize = bytes.u32(at);
            samples = bytes.u32(at + 4);
            sizeBits = eachSize == 0 ? 32 : 0;
            sizesAt = at + 8;
            mustHold(box, sizesAt, samples, sizeBits);
        } else {
            Box box = BoxReader.one(boxes, "stz2");
            long at = table(box, 8);
            eachSize = 0;
            sizeBits = bytes.u8(at + 3);
            samples = bytes.u32(at + 4);
            sizesAt = at + 8;
            if (sizeBits != 4 && sizeBits != 8 && sizeBits != 16) {
                throw MediaRefusals.malformed("stz2");
            }
            mustHold(box, sizesAt, samples, sizeBits);
        }
        if (samples > MOST_SAMPLES) {
            throw MediaRefusals.tooComplex();
        }
    }

    /** How many there are. */
    long samples() {
        return samples;
    }

    /**
     * How long all samples last together, in units of the track's time scale.
     *
     * @throws Refused {@code media-malformed} if the table of durations knows of more or fewer samples than that of sizes
     */
    long duration() {
        Box box = BoxReader.one(boxes, "stts");
        long entries = entries(box, 8);
        long at = table(box, 4) + 4;
        long counted = 0;
        long units = 0;
        for (long i = 0; i < entries; i++, at += 8) {
            long count = bytes.u32(at);
            counted += count;
            if (counted > samples) {
                throw MediaRefusals.malformed("stts");
            }
            // At most 10 million samples of less than 2^32 units each: far from overflow.
            units += count * bytes.u32(at + 4);
        }
        if (counted != samples) {
            throw MediaRefusals.malformed("stts");
        }
        return units;
    }

    /**
     * Where the bytes of the track are.
     *
     * @throws Refused {@code media-truncated} if one of them is outside the file
     */
    void places(Ranges places) {
        Box runs = BoxReader.one(boxes, "stsc");
        Optional<Box> narrow = BoxReader.find(boxes, "stco");
        Box offsets = narrow.isPresent() ? narrow.get() : BoxReader.one(boxes, "co64");
        int width = narrow.isPresent() ? 4 : 8;
        long chunks = entries(offsets, width);
        long chunkAt = table(offsets, 4) + 4;
        Runs run = new Runs(bytes.another(), table(runs, 4) + 4, entries(runs, 12));
        FileBytes sizes = bytes.another();
        long sample = 0;
        for (long chunk = 1; chunk <= chunks && sample < samples; chunk++, chunkAt += width) {
            long inChunk = Math.min(run.samplesOf(chunk), samples - sample);
            long from = width == 4 ? bytes.u32(chunkAt) : bytes.u63(chunkAt);
            long size = sizeOf(sizes, sample, inChunk);
            if (!bytes.has(from, size)) {
                throw MediaRefusals.truncated();
            }
            places.add(from, from + size);
            sample += inChunk;
        }
        if (sample < samples) {
            throw MediaRefusals.truncated();
        }
    }

    private long sizeOf(FileBytes sizes, long first, long count) {
        if (sizeBits == 0) {
            return eachSize * count;
        }
        long sum = 0;
        for (long sample = first; sample < first + count; sample++) {
            sum += switch (sizeBits) {
                case 32 -> sizes.u32(sizesAt + 4 * sample);
                case 16 -> sizes.u16(sizesAt + 2 * sample);
                case 8 -> sizes.u8(sizesAt + sample);
                default -> sizes.u8(sizesAt + sample / 2) >>> (sample % 2 == 0 ? 4 : 0) & 0xf;
            };
        }
        return sum;
    }

    /** Samples per chunk, run by run. */
    private static final class Runs {

        private final FileBytes bytes;
        private final long end;
        private long at;

        Runs(FileBytes bytes, long at, long entries) {
            this.bytes = bytes;
            this.at = at;
            this.end = at + 12 * entries;
            if (entries == 0 || bytes.u32(at) != 1) {
                throw MediaRefusals.malformed("stsc");
            }
        }

        long samplesOf(long chunk) {
            while (at + 12 < end && bytes.u32(at + 12) <= chunk) {
                if (bytes.u32(at + 12) <= bytes.u32(at)) {
                    throw MediaRefusals.malformed("stsc");
                }
                at += 12;
            }
            long samples = bytes.u32(at + 4);
            if (samples == 0) {
                throw MediaRefusals.malformed("stsc");
            }
            return samples;
        }
    }

    /** The number of entries that a table announces, after a look at whether its box can hold them. */
    private long entries(Box box, int entryBytes) {
        long at = table(box, 4);
        long entries = bytes.u32(at);
        mustHold(box, at + 4, entries, entryBytes * 8);
        return entries;
    }

    private static long table(Box box, int fields) {
        if (box.size() < FULL_BOX_HEADER + fields) {
            throw MediaRefusals.malformed(box.name());
        }
        return box.body() + FULL_BOX_HEADER;
    }

    private static void mustHold(Box box, long from, long entries, int bits) {
        if ((entries * bits + 7) / 8 > box.end() - from) {
            throw MediaRefusals.malformed(box.name());
        }
    }

    /** Where a table of the sample table ends, its box may go on: there is room for anything. */
    long endOfTable(Box box) {
        return switch (box.name()) {
            case "stts", "ctts" -> table(box, 4) + 4 + 8 * entries(box, 8);
            case "stsc" -> table(box, 4) + 4 + 12 * entries(box, 12);
            case "stco", "stss" -> table(box, 4) + 4 + 4 * entries(box, 4);
            case "co64" -> table(box, 4) + 4 + 8 * entries(box, 8);
            case "stsz", "stz2" -> sizesAt + (samples * sizeBits + 7) / 8;
            default -> box.end();
        };
    }
}
