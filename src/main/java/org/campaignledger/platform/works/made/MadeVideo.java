package org.campaignledger.platform.works.made;

import java.util.ArrayList;
import java.util.List;

/**
 * A playable MP4 (H.264, baseline) that shows one drawn picture. How long it lasts costs next to nothing: a frame in which
 * nothing changes has a dozen bytes.
 *
 * @param title     drawn in the picture
 * @param width     a multiple of 16; each block of 16 by 16 costs 384 bytes
 * @param height    the same
 * @param millis    how long it lasts, exactly
 * @param moovFirst whether the headers stand before the data, as for playing while it comes in
 * @param seed      of the drawing
 * @param extras    further boxes for {@code moov}, such as one that tests plant a name in
 */
public record MadeVideo(String title, int width, int height, long millis, boolean moovFirst, long seed,
        List<byte[]> extras) {

    /** Two frames a second: nothing moves. */
    private static final int FRAME_MILLIS = 500;
    /** A picture that stands for itself every half minute, so that players can jump. */
    private static final int FRAMES_TO_KEY = 60;

    /** Small, headers first. */
    public static MadeVideo lasting(String title, long millis) {
        return new MadeVideo(title, 160, 96, millis, true, title.hashCode(), List.of());
    }

    /** The same with the headers at the end, as cameras write it. */
    public MadeVideo moovLast() {
        return new MadeVideo(title, width, height, millis, false, seed, extras);
    }

    /** The same with these further boxes in {@code moov}. */
    public MadeVideo with(byte[]... boxes) {
        return new MadeVideo(title, width, height, millis, moovFirst, seed, List.of(boxes));
    }

    /** The file. */
    public byte[] bytes() {
        H264 code = new H264(width, height);
        byte[] key0 = code.key(MadePicture.drawn(title, width, height, seed), 0);
        byte[] key1 = code.key(MadePicture.drawn(title, width, height, seed), 1);
        List<byte[]> samples = new ArrayList<>();
        List<Integer> durations = new ArrayList<>();
        List<Integer> keys = new ArrayList<>();
        for (long at = 0; at < millis; at += FRAME_MILLIS) {
            int number = samples.size() % FRAMES_TO_KEY;
            if (number == 0) {
                keys.add(samples.size() + 1);
            }
            samples.add(number > 0 ? code.same(number) : keys.size() % 2 == 0 ? key1 : key0);
            durations.add((int) Math.min(FRAME_MILLIS, millis - at));
        }
        byte[] entry = Boxes.box("avc1", Boxes.zeros(6), Boxes.shorts(1), Boxes.zeros(16),
                Boxes.shorts(width, height), Boxes.ints(0x480000, 0x480000, 0), Boxes.shorts(1), Boxes.zeros(32),
                Boxes.shorts(24, -1), code.configuration());
        return new Movie("isom", new Movie.Track(true, width, height, entry, samples, durations, keys), 1000,
                moovFirst, extras).bytes();
    }
}
