package org.campaignledger.platform.works.media;

import java.util.List;

/** Inspects WAV (RIFF): how long it lasts is how much data there is. */
final class Wav {

    private static final int MOST_CHUNKS = 10_000;
    /** "JUNK", which readers pass over. */
    private static final int JUNK = 0x4a554e4b;
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xfffe;

    private final FileBytes bytes;
    private final Redaction.Builder redaction = Redaction.builder();
    private long bytesASecond;
    private long dataBytes = -1;

    private Wav(FileBytes bytes) {
        this.bytes = bytes;
    }

    static boolean isOne(FileBytes bytes) {
        return bytes.has(0, 12) && bytes.latin(0, 4).equals("RIFF") && bytes.latin(8, 4).equals("WAVE");
    }

    static Facts inspect(FileBytes bytes) {
        return new Wav(bytes).facts();
    }

    private Facts facts() {
        long end = 8 + bytes.u32LittleEndian(4);
        if (end > bytes.length()) {
            throw MediaRefusals.truncated();
        }
        long at = 12;
        for (int chunks = 0; end - at >= 8; chunks++) {
            if (chunks == MOST_CHUNKS) {
                throw MediaRefusals.tooComplex();
            }
            long size = bytes.u32LittleEndian(at + 4);
            if (size > end - at - 8) {
                throw bytes.has(at + 8, size) ? MediaRefusals.malformed("RIFF") : MediaRefusals.truncated();
            }
            chunk(bytes.latin(at, 4), at, size);
            at = Math.min(end, at + 8 + size + size % 2);
        }
        redaction.zero(at, bytes.length());
        if (bytesASecond == 0 || dataBytes < 0) {
            throw MediaRefusals.malformed("RIFF");
        }
        return Facts.lasting("audio/wav", bytes.length(), dataBytes / bytesASecond * 1000
                + dataBytes % bytesASecond * 1000 / bytesASecond, null, null, List.of("pcm"), redaction.build());
    }

    private void chunk(String name, long at, long size) {
        long end = at + 8 + size;
        switch (name) {
            case "fmt " -> format(at + 8, size);
            case "data" -> {
                if (dataBytes >= 0) {
                    throw MediaRefusals.malformed("data");
                }
                dataBytes = size;
            }
            default -> {
                redaction.word(at, at + 4, JUNK);
                redaction.zero(at + 8, end);
            }
        }
        if (size % 2 == 1 && bytes.has(end, 1)) {
            redaction.zero(end, end + 1);
        }
    }

    private void format(long at, long size) {
        if (size < 16 || bytesASecond != 0) {
            throw MediaRefusals.malformed("fmt");
        }
        int format = bytes.u16LittleEndian(at);
        if (format != PCM && format != FLOAT && format != EXTENSIBLE) {
            throw MediaRefusals.notTaken("WAV (" + format + ")");
        }
        int channels = bytes.u16LittleEndian(at + 2);
        long rate = bytes.u32LittleEndian(at + 4);
        int align = bytes.u16LittleEndian(at + 12);
        int bits = bytes.u16LittleEndian(at + 14);
        // The rate of bytes is what the duration rests on: it must follow from the others.
        if (channels == 0 || rate == 0 || bits == 0 || align != channels * ((bits + 7) / 8)
                || bytes.u32LittleEndian(at + 8) != rate * align) {
            throw MediaRefusals.malformed("fmt");
        }
        bytesASecond = rate * align;
        long fields = format == EXTENSIBLE ? 40 : 16;
        if (size > fields) {
            redaction.zero(at + fields, at + size);
        }
    }
}
