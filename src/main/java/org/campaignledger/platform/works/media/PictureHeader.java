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
    private static final int MOST_PARTS = 100_000;
    /** Each scan of a progressive JPEG is another way through all of its pixels. */
    private static final int MOST_SCANS = 100;
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
        PictureHeader header = isPng(bytes) ? png(bytes) : jpeg(bytes);
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

    private static void mustBeSides(long width, long height) {
        if (width == 0 || height == 0) {
            throw MediaRefusals.malformed("size");
        }
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw MediaRefusals.tooManyPixels(width, height);
        }
    }

    private static PictureHeader jpeg(FileBytes bytes) {
        byte[] exif = null;
        PictureHeader found = null;
        int scans = 0;
        long at = 2;
        for (int parts = 0;; parts++) {
            if (parts == MOST_PARTS) {
                throw MediaRefusals.tooComplex();
            }
            at = toMarker(bytes, at);
            int marker = bytes.u8(at + 1);
            if (marker == 0xd9) {
                break;
            }
            if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd8) {
                at += 2;
                continue;
            }
            int size = bytes.u16(at + 2);
            if (size < 2) {
                throw MediaRefusals.malformed("JPEG");
            }
            if (!bytes.has(at + 2, size)) {
                throw MediaRefusals.truncated();
            }
            if (isFrame(marker)) {
                if (found != null) {
                    throw MediaRefusals.malformed("JPEG");
                }
                found = frame(bytes, at, size, marker);
            } else if (marker == 0xe1 && exif == null && size > 8 && bytes.latin(at + 4, 6).equals("Exif\0\0")) {
                exif = bytes.bytes(at + 10, size - 8);
            }
            at += 2 + size;
            if (marker == 0xda) {
                if (++scans > MOST_SCANS) {
                    throw MediaRefusals.tooComplex();
                }
                at = endOfScan(bytes, at);
            }
        }
        if (found == null || scans == 0) {
            throw MediaRefusals.truncated();
        }
        return new PictureHeader(found.mediaType(), found.width(), found.height(), exif, found.wholeAtOnce());
    }

    /** Fill bytes may stand before a marker, nothing else. */
    private static long toMarker(FileBytes bytes, long from) {
        long at = from;
        if (bytes.u8(at) != 0xff) {
            throw MediaRefusals.malformed("JPEG");
        }
        while (bytes.u8(at + 1) == 0xff) {
            at++;
        }
        return at;
    }

    /** Coded data go on to the next marker that is neither a stuffed zero nor a restart. */
    private static long endOfScan(FileBytes bytes, long from) {
        long at = from;
        while (true) {
            if (bytes.u8(at) == 0xff) {
                int next = bytes.u8(at + 1);
                if (next != 0 && (next < 0xd0 || next > 0xd7) && next != 0xff) {
                    return at;
                }
            }
            at++;
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static PictureHeader frame(FileBytes bytes, long at, int size, int marker) {
        if (size < 8) {
            throw MediaRefusals.malformed("JPEG");
        }
        if (marker > 0xc2) {
            throw MediaRefusals.notTaken("JPEG (SOF" + (marker - 0xc0) + ")");
        }
        int components = bytes.u8(at + 9);
        if (components != 1 && components != 3) {
            // Four are the inks of a printer, which browsers show as they please.
            throw MediaRefusals.notTaken("JPEG (" + components + ")");
        }
        int height = bytes.u16(at + 5);
        int width = bytes.u16(at + 7);
        mustBeSides(width, height);
        return new PictureHeader("image/jpeg", width, height, null, marker == 0xc2);
    }
}
