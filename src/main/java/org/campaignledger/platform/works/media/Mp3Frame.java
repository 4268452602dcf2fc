package org.campaignledger.platform.works.media;

import org.jspecify.annotations.Nullable;

/**
 * The header of a frame of MPEG audio, layer III (ISO/IEC 11172-3, 13818-3 and the lower rates in use since).
 *
 * @param bytes     length of the frame, header included
 * @param samples   in it, for each channel
 * @param rate      samples a second
 * @param tagOffset where an announcement of all frames would stand in it
 */
record Mp3Frame(int bytes, int samples, int rate, int tagOffset) {

    private static final int[] KILOBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};

    /** The frame that these four bytes begin; null if they begin none, or one whose length they do not tell. */
    static @Nullable Mp3Frame of(int header) {
        int version = header >>> 19 & 3;
        int layer = header >>> 17 & 3;
        int bits = header >>> 12 & 15;
        int rates = header >>> 10 & 3;
        if ((header & 0xffe00000) != 0xffe00000 || version == 1 || layer != 1 || bits == 0 || bits == 15
                || rates == 3) {
            return null;
        }
        boolean first = version == 3;
        int rate = RATES[rates] >> (first ? 0 : version == 2 ? 1 : 2);
        int kilobits = (first ? KILOBITS_1 : KILOBITS_2)[bits];
        int samples = first ? 1152 : 576;
        int padding = header >>> 9 & 1;
        boolean mono = (header >>> 6 & 3) == 3;
        int side = first ? mono ? 17 : 32 : mono ? 9 : 17;
        return new Mp3Frame(samples / 8 * kilobits * 1000 / rate + padding, samples, rate, 4 + side);
    }
}
