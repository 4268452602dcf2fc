package org.campaignledger.platform.works.media;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Inspects MPEG audio, layer III: tags are passed over by their size, frames are walked one by one. How long it lasts is
 * what the frames add up to; a count of frames in its first frame that says otherwise makes it a liar.
 */
final class Mp3 {

    /** A day of it at the highest rate. */
    private static final int MOST_FRAMES = 4_000_000;
    private static final int ID3V1_BYTES = 128;
    private static final int APE_FOOTER_BYTES = 32;

    private final FileBytes bytes;
    private final Redaction.Builder redaction = Redaction.builder();
    private long samples;
    private long said;
    private int rate;

    private Mp3(FileBytes bytes) {
        this.bytes = bytes;
    }

    /** Whether it begins with a tag or with a frame that another frame follows, or the end. */
    static boolean isOne(FileBytes bytes) {
        if (bytes.has(0, 10) && bytes.latin(0, 3).equals("ID3")) {
            return true;
        }
        Mp3Frame first = bytes.has(0, 4) ? Mp3Frame.of(bytes.i32(0)) : null;
        if (first == null || !bytes.has(first.bytes(), 4)) {
            return first != null;
        }
        return Mp3Frame.of(bytes.i32(first.bytes())) != null
                || bytes.latin(first.bytes(), 3).equals("TAG") || bytes.latin(first.bytes(), 3).equals("APE");
    }

    static Facts inspect(FileBytes bytes) {
        return new Mp3(bytes).facts();
    }

    private Facts facts() {
        long at = leadingTags();
        long end = trailingTags();
        for (int frames = 0; at < end; frames++) {
            if (frames == MOST_FRAMES) {
                throw MediaRefusals.tooComplex();
            }
            Mp3Frame frame = end - at < 4 ? null : Mp3Frame.of(bytes.i32(at));
            if (frame == null && samples > 0 && isZero(at, end)) {
                redaction.zero(at, end);
                break;
            }
            if (frame == null || rate != 0 && frame.rate() != rate) {
                throw MediaRefusals.malformed("frame");
            }
            if (frame.bytes() > end - at) {
                throw MediaRefusals.truncated();
            }
            count(frame, at);
            at += frame.bytes();
        }
        if (samples == 0) {
            throw MediaRefusals.malformed("frame");
        }
        long millis = samples * 1000 / rate;
        if (said > 0 && Math.abs(said * 1000 / rate - millis) > 1000) {
            throw MediaRefusals.lies(said * 1000 / rate, millis);
        }
        return Facts.lasting("audio/mpeg", bytes.length(), millis, null, null, List.of("mp3"), redaction.build());
    }

    /** The first frame may announce the others; then it sounds of nothing, and holds room for texts. */
    private void count(Mp3Frame frame, long at) {
        long announced = rate == 0 ? announced(frame, at) : -1;
        rate = frame.rate();
        if (announced < 0) {
            samples += frame.samples();
            return;
        }
        said = announced * frame.samples();
        redaction.zero(at + frame.tagOffset() + 16, at + frame.bytes());
    }

    /** Frames that the first frame announces, which then sounds of nothing; -1 if it is one like the others. */
    private long announced(Mp3Frame frame, long at) {
        int offset = frame.tagOffset();
        if (frame.bytes() < offset + 12) {
            return -1;
        }
        String mark = bytes.latin(at + offset, 4);
        if (!mark.equals("Xing") && !mark.equals("Info")) {
            return -1;
        }
        boolean counts = (bytes.i32(at + offset + 4) & 1) != 0;
        return counts ? bytes.u32(at + offset + 8) : 0;
    }

    /** Tags before the first frame: their headers stay, so that players pass over them, their content goes. */
    private long leadingTags() {
        long at = 0;
        for (int tags = 0; bytes.has(at, 10) && bytes.latin(at, 3).equals("ID3"); tags++) {
            if (tags == 16) {
                throw MediaRefusals.tooComplex();
            }
            long size = 0;
            for (int i = 6; i < 10; i++) {
                int seven = bytes.u8(at + i);
                if (seven > 127) {
                    throw MediaRefusals.malformed("ID3");
                }
                size = size << 7 | seven;
            }
            boolean footer = (bytes.u8(at + 5) & 0x10) != 0;
            long end = at + 10 + size;
            if (!bytes.has(end, footer ? 10 : 0)) {
                throw MediaRefusals.truncated();
            }
            // The flags go too: what they announce would be looked for in the zeros. But not the footer's, which is
            // part of the length.
            redaction.word(at + 4, at + 6, footer ? 0x0010_0000 : 0);
            redaction.zero(at + 10, end);
            at = end + (footer ? 10 : 0);
        }
        // Some writers leave zeros between the tag and the first frame; no more than a frame's worth is passed over.
        for (int i = 0; i < 4096 && at > 0 && bytes.has(at, 1) && bytes.u8(at) == 0; i++) {
            at++;
        }
        return at;
    }

    /** Tags behind the last frame, from the end forward: zeros throughout. */
    private long trailingTags() {
        long end = bytes.length();
        if (end >= ID3V1_BYTES && bytes.latin(end - ID3V1_BYTES, 3).equals("TAG")) {
            end -= ID3V1_BYTES;
        }
        if (end >= APE_FOOTER_BYTES && isApe(end - APE_FOOTER_BYTES)) {
            long size = bytes.u32LittleEndian(end - APE_FOOTER_BYTES + 12);
            boolean header = (bytes.u32LittleEndian(end - APE_FOOTER_BYTES + 20) & 0x8000_0000L) != 0;
            long begin = end - size - (header ? APE_FOOTER_BYTES : 0);
            if (size < APE_FOOTER_BYTES || begin < 0) {
                throw MediaRefusals.malformed("APE");
            }
            end = begin;
        }
        redaction.zero(end, bytes.length());
        return end;
    }

    /** Some writers fill up the last block; so do copies of which the tags behind the last frame are gone. */
    private boolean isZero(long from, long to) {
        for (long at = from; at < to; at++) {
            if (bytes.u8(at) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isApe(long at) {
        return new String(bytes.bytes(at, 8), StandardCharsets.ISO_8859_1).equals("APETAGEX");
    }
}
