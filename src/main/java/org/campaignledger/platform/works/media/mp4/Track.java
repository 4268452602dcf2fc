package org.campaignledger.platform.works.media.mp4;

import java.util.List;
import java.util.OptionalLong;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.works.media.FileBytes;
import org.campaignledger.platform.works.media.MediaRefusals;

/**
 * A track of pictures or of sound.
 *
 * @param isVideo  of pictures
 * @param codec    as its sample entry names it
 * @param millis   how long its samples last, rounded down
 * @param width    as shown; 0 for sound
 * @param height   as shown; 0 for sound
 * @param table    where its samples are
 * @param tables   the boxes of that table
 */
record Track(boolean isVideo, String codec, long millis, int width, int height, SampleTable table, List<Box> tables) {

    /** What a header may be off by. */
    private static final long PATIENCE_MILLIS = 1000;

    /** A track's parts, found by name. */
    private record Parts(List<Box> trak, List<Box> mdia, List<Box> stbl) {}

    /** Whether a track is of pictures or of sound; others are never shown, and are taken out of redacted copies. */
    static boolean isShown(FileBytes bytes, BoxReader reader, Box trak) {
        String handler = handler(bytes, reader.in(BoxReader.one(reader.in(trak), "mdia")));
        return handler.equals("vide") || handler.equals("soun");
    }

    private static String handler(FileBytes bytes, List<Box> mdia) {
        Box hdlr = BoxReader.one(mdia, "hdlr");
        if (hdlr.size() < 24) {
            throw MediaRefusals.malformed("hdlr");
        }
        return bytes.latin(hdlr.body() + 8, 4);
    }

    /**
     * Reads a track and holds its headers against its samples.
     *
     * @param movieTimescale in which the track's header and its edits are
     * @throws Refused any {@code media-} refusal
     */
    static Track of(FileBytes bytes, BoxReader reader, Box trak, long movieTimescale) {
        List<Box> inTrak = reader.in(trak);
        List<Box> inMdia = reader.in(BoxReader.one(inTrak, "mdia"));
        List<Box> inMinf = reader.in(BoxReader.one(inMdia, "minf"));
        Parts parts = new Parts(inTrak, inMdia, reader.in(BoxReader.one(inMinf, "stbl")));
        boolean isVideo = handler(bytes, inMdia).equals("vide");
        SampleTable table = new SampleTable(bytes, parts.stbl());
        if (table.samples() == 0) {
            throw MediaRefusals.malformed("stsz");
        }
        Header media = Header.of(bytes, BoxReader.one(parts.mdia(), "mdhd"));
        long millis = Header.millis(table.duration(), media.timescale());
        agree(media.units(), media.timescale(), millis);
        SampleEntry entry = SampleEntry.of(bytes, reader, BoxReader.one(parts.stbl(), "stsd"), isVideo);
        TrackHeader header = TrackHeader.of(bytes, BoxReader.one(parts.trak(), "tkhd"));
        agree(header.units(), movieTimescale, millis);
        agree(Edits.units(bytes, reader, parts.trak()), movieTimescale, millis);
        boolean turned = header.isTurned();
        return new Track(isVideo, entry.codec(), millis, turned ? entry.height() : entry.width(),
                turned ? entry.width() : entry.height(), table, parts.stbl());
    }

    /** Where a header says how long it lasts, that is so within a second. */
    static void agree(OptionalLong units, long timescale, long millis) {
        if (units.isPresent()) {
            long said = Header.millis(units.getAsLong(), timescale);
            if (Math.abs(said - millis) > PATIENCE_MILLIS) {
                throw MediaRefusals.lies(said, millis);
            }
        }
    }
}
