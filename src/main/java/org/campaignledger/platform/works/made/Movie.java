package org.campaignledger.platform.works.made;

import static org.campaignledger.platform.works.made.Boxes.box;
import static org.campaignledger.platform.works.made.Boxes.ints;
import static org.campaignledger.platform.works.made.Boxes.join;
import static org.campaignledger.platform.works.made.Boxes.shorts;
import static org.campaignledger.platform.works.made.Boxes.text;
import static org.campaignledger.platform.works.made.Boxes.zeros;

import java.util.ArrayList;
import java.util.List;

/**
 * An MP4 of one track, all samples in one chunk.
 *
 * @param brand     of the file
 * @param track     its track
 * @param timescale units a second, of the movie and of the track
 * @param moovFirst whether the headers stand before the data
 * @param extras    further boxes in {@code moov}
 */
record Movie(String brand, Track track, int timescale, boolean moovFirst, List<byte[]> extras) {

    /**
     * The track.
     *
     * @param isVideo   of pictures
     * @param width     0 for sound
     * @param height    0 for sound
     * @param entry     its sample entry, a box
     * @param samples   its samples
     * @param durations of each sample, in units
     * @param keys      which samples stand for themselves, from 1; empty: all
     */
    record Track(boolean isVideo, int width, int height, byte[] entry, List<byte[]> samples, List<Integer> durations,
            List<Integer> keys) {}

    byte[] bytes() {
        byte[] ftyp = box("ftyp", text(brand), ints(512), text(brand), text("isom"), text("mp42"));
        byte[] data = join(track.samples().toArray(byte[][]::new));
        int moovLength = moov(0).length;
        int dataAt = ftyp.length + (moovFirst ? moovLength : 0) + 8;
        byte[] moov = moov(dataAt);
        return moovFirst ? join(ftyp, moov, box("mdat", data)) : join(ftyp, box("mdat", data), moov);
    }

    private long units() {
        return track.durations().stream().mapToLong(Integer::longValue).sum();
    }

    private byte[] moov(int dataAt) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(box("mvhd", ints(0, 0, 0, timescale, units(), 0x10000), shorts(0x100), zeros(10), matrix(),
                zeros(24), ints(2)));
        parts.add(trak(dataAt));
        parts.addAll(extras);
        return box("moov", parts.toArray(byte[][]::new));
    }

    private static byte[] matrix() {
        return ints(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
    }

    private byte[] trak(int dataAt) {
        byte[] tkhd = box("tkhd", ints(3, 0, 0, 1, 0, units(), 0, 0), shorts(0, 0, track.isVideo() ? 0 : 0x100, 0),
                matrix(), ints((long) track.width() << 16, (long) track.height() << 16));
        byte[] mdhd = box("mdhd", ints(0, 0, 0, timescale, units()), shorts(0x55c4, 0));
        byte[] hdlr = box("hdlr", ints(0, 0), text(track.isVideo() ? "vide" : "soun"), zeros(12), text("made\0"));
        byte[] head = track.isVideo() ? box("vmhd", ints(1), zeros(8)) : box("smhd", zeros(8));
        byte[] dinf = box("dinf", box("dref", ints(0, 1), box("url ", ints(1))));
        return box("trak", tkhd, box("mdia", mdhd, hdlr, box("minf", head, dinf, stbl(dataAt))));
    }

    private byte[] stbl(int dataAt) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(box("stsd", ints(0, 1), track.entry()));
        parts.add(box("stts", runs()));
        if (!track.keys().isEmpty()) {
            parts.add(box("stss", ints(0, track.keys().size()), ints(longs(track.keys()))));
        }
        parts.add(box("stsc", ints(0, 1, 1, track.samples().size(), 1)));
        parts.add(box("stsz", ints(0, 0, track.samples().size()),
                ints(longs(track.samples().stream().map(sample -> sample.length).toList()))));
        parts.add(box("stco", ints(0, 1, dataAt)));
        return box("stbl", parts.toArray(byte[][]::new));
    }

    private byte[] runs() {
        List<long[]> runs = new ArrayList<>();
        for (int duration : track.durations()) {
            if (!runs.isEmpty() && runs.getLast()[1] == duration) {
                runs.getLast()[0]++;
            } else {
                runs.add(new long[]{1, duration});
            }
        }
        return join(ints(0, runs.size()), join(runs.stream().map(Boxes::ints).toArray(byte[][]::new)));
    }

    private static long[] longs(List<Integer> values) {
        return values.stream().mapToLong(Integer::longValue).toArray();
    }
}
