package org.campaignledger.platform.works.media;

import org.campaignledger.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a picture's file says before anything of it is decoded.
 *
 * @param mediaType  {@code image/jpeg} or {@code image/png}
 * @param width      in pixels as stored
 * @param height     in pixels as stored
 * @param exif       the EXIF block without its mark, at most 64 KiB; absent if there is none
 * @param wholeAtOnce whether decoding holds all of it in memory, whatever little of it is wanted
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record PictureHeader(String mediaType, int width, int height, byte @Nullable [] exif, boolean wholeAtOnce) {

    private static final int MOST_SIDE = 30_000;
    private static final long MOST_PIXELS = 100_000_000;
    /** Progressive JPEG and interlaced PNG are held whole while they are decoded. */
    private static final long MOST_PIXELS_AT_ONCE = 25_000_000;
    static final int MOST_PARTS = 100_000;
    private static final int MOST_EXIF_BYTES = 64 * 1024;

    static boolean isJpeg(FileBytes bytes) {
        return bytes.has(0, 3) && bytes.u16(0) == 0xffd8 && bytes.u8(2) == 0xff;
    }

    static boolean isPng(FileBytes bytes) {
        return bytes.has(0, 8) && bytes.i32(0) == 0x89504e47 && bytes.i32(4) == 0x0d0a1a0a;
    }

    /**
     * Of a file that begins as a JPEG or PNG does. What follows the picture's end is let pass: telephones put previews
     * there. It is in no public copy, since those are drawn anew.
     *
     * @throws Refused any {@code media-} refusal; {@code media-too-many-pixels} before a pixel is decoded
     */
    static PictureHeader of(FileBytes bytes) {
        PictureHeader header = isPng(bytes) ? png(bytes) : new JpegWalk(bytes).header();
        long pixels = (long) header.width() * header.height();
        if (header.width() > MOST_SIDE || header.height() > MOST_SIDE || pixels > MOST_PIXELS
                || header.wholeAtOnce() && pixels > MOST_PIXELS_AT_ONCE) {
            throw MediaRefusals.tooManyPixels(header.width(), header.height());
        }
        return header;
    }

    private static PictureHeader png(FileBytes bytes) {
        if (bytes.u32(8) != 13 || !bytes.latin(12, 4).equals("IHDR")) {
            throw MediaRefusals.malformed("IHDR");
        }
        long width = bytes.u32(16);
        long height = bytes.u32(20);
        mustBeSides(width, height);
        byte[] exif = null;
        boolean data = false;
        long at = 33;
        for (int parts = 0;; parts++) {
            if (parts == MOST_PARTS) {
                throw MediaRefusals.tooComplex();
            }
            long size = bytes.u32(at);
            String name = bytes.latin(at + 4, 4);
            if (!bytes.has(at + 8, size + 4)) {
                throw MediaRefusals.truncated();
            }
            if (name.equals("IEND")) {
                break;
            }
            if (name.equals("eXIf") && size <= MOST_EXIF_BYTES) {
                exif = bytes.bytes(at + 8, (int) size);
            }
            data |= name.equals("IDAT");
            at += 12 + size;
        }
        if (!data) {
            throw MediaRefusals.truncated();
        }
        return new PictureHeader("image/png", (int) width, (int) height, exif, bytes.u8(28) != 0);
    }

    static void mustBeSides(long width, long height) {
        if (width == 0 || height == 0) {
            throw MediaRefusals.malformed("size");
        }
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw MediaRefusals.tooManyPixels(width, height);
        }
    }
}
