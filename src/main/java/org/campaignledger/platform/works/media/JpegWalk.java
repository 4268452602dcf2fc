package org.campaignledger.platform.works.media;

import org.jspecify.annotations.Nullable;

/** Goes from marker to marker of a JPEG, to its end; nothing is decoded. */
final class JpegWalk {

    private static final int MOST_SCANS = 100;
    /** Some seconds of decoding: ten scans, as usual, of 40 million pixels. */
    private static final long MOST_PIXELS_OF_SCANS = 400_000_000;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int APP1 = 0xe1;

    private final FileBytes bytes;
    private byte @Nullable [] exif;
    private @Nullable PictureHeader frame;
    private int scans;

    JpegWalk(FileBytes bytes) {
        this.bytes = bytes;
    }

    PictureHeader header() {
        long at = toMarker(2);
        for (int parts = 0; bytes.u8(at + 1) != END; parts++) {
            if (parts == PictureHeader.MOST_PARTS) {
                throw MediaRefusals.tooComplex();
            }
            at = toMarker(after(at, bytes.u8(at + 1)));
        }
        if (frame == null || scans == 0) {
            throw MediaRefusals.truncated();
        }
        // One scan alone can be decoded row by row; several are gathered first, and each is a way through all pixels.
        if (scans > 1 && (long) frame.width() * frame.height() * scans > MOST_PIXELS_OF_SCANS) {
            throw MediaRefusals.tooComplex();
        }
        return new PictureHeader(frame.mediaType(), frame.width(), frame.height(), exif, frame.wholeAtOnce()
                || scans > 1);
    }

    /** Takes in what stands at a marker, and answers where the next must be. */
    private long after(long at, int marker) {
        if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd8) {
            return at + 2;
        }
        int size = bytes.u16(at + 2);
        if (size < 2) {
            throw MediaRefusals.malformed("JPEG");
        }
        if (!bytes.has(at + 2, size)) {
            throw MediaRefusals.truncated();
        }
        if (isFrame(marker)) {
            if (frame != null) {
                throw MediaRefusals.malformed("JPEG");
            }
            frame = frame(at, size, marker);
        } else if (marker == APP1 && exif == null && size > 8 && bytes.latin(at + 4, 6).equals("Exif\0\0")) {
            exif = bytes.bytes(at + 10, size - 8);
        } else if (marker == SCAN) {
            if (++scans > MOST_SCANS) {
                throw MediaRefusals.tooComplex();
            }
            return endOfScan(at + 2 + size);
        }
        return at + 2 + size;
    }

    /** Fill bytes may stand before a marker, nothing else. */
    private long toMarker(long from) {
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
    private long endOfScan(long from) {
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

    private PictureHeader frame(long at, int size, int marker) {
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
        PictureHeader.mustBeSides(width, height);
        return new PictureHeader("image/jpeg", width, height, null, marker == 0xc2);
    }
}
