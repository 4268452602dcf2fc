package org.campaignledger.platform.works.media.mp4;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignledger.platform.works.media.FileBytes;
import org.campaignledger.platform.works.media.Redaction;

/**
 * What a copy of an MP4 that may be shown to anybody does not have. Told by what is known to be needed for playing, not by
 * what is known to name people: every other box becomes a box of free space of the same length, with zeros in it, so that
 * nothing moves. Texts inside boxes that are needed, room behind tables, tracks that are neither pictures nor sound, and
 * bytes of data that no sample uses become zeros as well.
 */
final class Mp4Redaction {

    private static final Map<String, Set<String>> NEEDED = Map.of(
            "", Set.of("ftyp", "moov", "mdat"),
            "moov", Set.of("mvhd", "trak"),
            "trak", Set.of("tkhd", "edts", "mdia"),
            "edts", Set.of("elst"),
            "mdia", Set.of("mdhd", "hdlr", "minf"),
            "minf", Set.of("vmhd", "smhd", "dinf", "stbl"),
            "dinf", Set.of("dref"),
            "stbl", Set.of("stsd", "stts", "ctts", "stsc", "stsz", "stz2", "stco", "co64", "stss"),
            "entry", Set.of("avcC", "hvcC", "av1C", "vpcC", "esds", "pasp", "colr", "clap", "dOps", "dfLa", "dac3",
                    "dec3", "alac", "damr"));

    private final FileBytes bytes;
    private final BoxReader reader;
    private final Ranges samples;
    private final Redaction.Builder redaction = Redaction.builder();

    Mp4Redaction(FileBytes bytes, BoxReader reader, Ranges samples) {
        this.bytes = bytes;
        this.reader = reader;
        this.samples = samples;
    }

    /** Of a file that was found to be in order. */
    Redaction of(List<Box> top) {
        for (Box box : top) {
            switch (box.name()) {
                case "moov" -> level("moov", reader.in(box), box.end());
                case "mdat" -> samples.gaps(box.body(), box.end(), redaction::zero);
                case "ftyp" -> brands(box);
                default -> free(box);
            }
        }
        return redaction.build();
    }

    /** A list of four-letter words could spell anything. */
    private void brands(Box ftyp) {
        redaction.zero(ftyp.body() + 4, ftyp.body() + 8);
        long at = ftyp.body() + 8;
        for (; at + 4 <= ftyp.end(); at += 4) {
            if (!Mp4.isKnownBrand(bytes.latin(at, 4))) {
                redaction.word(at, at + 4, Box.type("isom"));
            }
        }
        redaction.zero(at, ftyp.end());
    }

    private void level(String name, List<Box> boxes, long end) {
        Set<String> needed = NEEDED.getOrDefault(name, Set.of());
        long last = end;
        for (Box box : boxes) {
            if (!needed.contains(box.name()) || box.is("trak") && !Track.isShown(bytes, reader, box)) {
                free(box);
            } else {
                inside(box);
            }
            last = box.end();
        }
        if (!boxes.isEmpty()) {
            redaction.zero(last, end);
        }
    }

    private void inside(Box box) {
        switch (box.name()) {
            case "trak", "edts", "mdia", "minf", "dinf" -> level(box.name(), reader.in(box), box.end());
            case "stbl" -> table(box);
            case "hdlr" -> redaction.zero(box.body() + 24, box.end());
            case "dref" -> references(box);
            case "mvhd", "tkhd", "mdhd" -> header(box);
            case "elst" -> redaction.zero(endOfEdits(box), box.end());
            default -> {
            }
        }
    }

    /** Where the data are: always in the file itself, whatever else is said there. */
    private void references(Box dref) {
        if (dref.size() < 8) {
            return;
        }
        for (Box reference : reader.between(dref.body() + 8, dref.end())) {
            redaction.zero(Math.min(reference.end(), reference.body() + 4), reference.end());
        }
    }

    /** When it was made and changed, and room behind the fields. */
    private void header(Box box) {
        boolean wide = Header.isWide(bytes, box);
        redaction.zero(box.body() + 4, box.body() + (wide ? 20 : 12));
        int fields = switch (box.name()) {
            case "mvhd" -> wide ? 112 : 100;
            case "tkhd" -> wide ? 96 : 84;
            default -> wide ? 36 : 24;
        };
        redaction.zero(Math.min(box.end(), box.body() + fields), box.end());
    }

    private long endOfEdits(Box elst) {
        long entries = bytes.u32(elst.body() + 4);
        return elst.body() + 8 + entries * (Header.isWide(bytes, elst) ? 20 : 12);
    }

    private void table(Box stbl) {
        List<Box> boxes = reader.in(stbl);
        SampleTable table = new SampleTable(bytes, boxes);
        level("stbl", boxes, stbl.end());
        for (Box box : boxes) {
            switch (box.name()) {
                case "stts", "ctts", "stsc", "stsz", "stz2", "stco", "co64", "stss" ->
                    redaction.zero(table.endOfTable(box), box.end());
                default -> {
                }
            }
        }
        BoxReader.find(boxes, "stsd").ifPresent(this::entries);
    }

    private void entries(Box stsd) {
        for (Box entry : SampleEntry.all(bytes, reader, stsd)) {
            boolean isVideo = SampleEntry.isPicture(entry.name());
            long boxesAt = SampleEntry.boxesAt(bytes, entry, isVideo);
            if (isVideo) {
                long name = entry.body() + SampleEntry.COMPRESSOR_AT;
                redaction.zero(name, name + SampleEntry.COMPRESSOR_BYTES);
            }
            List<Box> boxes = reader.between(boxesAt, entry.end());
            if (boxes.isEmpty()) {
                redaction.zero(boxesAt, entry.end());
            }
            level("entry", boxes, entry.end());
        }
    }

    private void free(Box box) {
        if (box.body() == box.start() + 8) {
            redaction.word(box.start() + 4, box.end(), Box.FREE);
        } else {
            redaction.word(box.start() + 4, box.start() + 8, Box.FREE);
            redaction.zero(box.body(), box.end());
        }
    }
}
