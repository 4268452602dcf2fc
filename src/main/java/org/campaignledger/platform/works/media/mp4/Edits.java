package org.campaignledger.platform.works.media.mp4;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.campaignledger.platform.works.media.FileBytes;
import org.campaignledger.platform.works.media.MediaRefusals;

/** The list of edits, by which a player may show less, or the same twice. */
final class Edits {

    private static final long MOST_EDITS = 10_000;

    private Edits() {}

    /** How long all edits last together, in the movie's time scale; empty where there are none or one does not say. */
    static OptionalLong units(FileBytes bytes, BoxReader reader, List<Box> inTrak) {
        Optional<Box> elst = BoxReader.find(inTrak, "edts").flatMap(edts -> BoxReader.find(reader.in(edts), "elst"));
        return elst.isEmpty() ? OptionalLong.empty() : sum(bytes, elst.get());
    }

    private static OptionalLong sum(FileBytes bytes, Box elst) {
        boolean wide = Header.isWide(bytes, elst);
        long entryBytes = wide ? 20 : 12;
        long entries = elst.size() < 8 ? Long.MAX_VALUE : bytes.u32(elst.body() + 4);
        if (entries > (elst.size() - 8) / entryBytes) {
            throw MediaRefusals.malformed("elst");
        }
        if (entries > MOST_EDITS) {
            throw MediaRefusals.tooComplex();
        }
        long sum = 0;
        boolean said = entries > 0;
        for (long i = 0; i < entries; i++) {
            OptionalLong units = Header.duration(bytes, elst.body() + 8 + i * entryBytes, wide);
            // One edit to the end is written as nothing by some.
            said &= units.isPresent() && units.getAsLong() > 0;
            sum += Math.min(units.orElse(0), Long.MAX_VALUE / MOST_EDITS);
        }
        return said ? OptionalLong.of(sum) : OptionalLong.empty();
    }
}
