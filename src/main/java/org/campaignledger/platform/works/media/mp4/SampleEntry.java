package org.campaignledger.platform.works.media.mp4;

import java.util.List;
import java.util.Set;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.works.media.FileBytes;
import org.campaignledger.platform.works.media.MediaRefusals;

/**
 * What a track's samples are.
 *
 * @param codec  as the entry is named
 * @param width  as coded; 0 for sound
 * @param height as coded; 0 for sound
 */
record SampleEntry(String codec, int width, int height) {

    /** Where a visual entry's own fields end and boxes begin. */
    static final int VISUAL_FIELDS = 78;
    /** Where the name of the compressor stands among them, and how long it is. */
    static final int COMPRESSOR_AT = 42;
    static final int COMPRESSOR_BYTES = 32;

    private static final int SOUND_FIELDS = 28;
    private static final int MOST_SIDE = 16_384;
    private static final Set<String> PICTURES = Set.of("avc1", "avc3", "hvc1", "hev1", "av01", "vp09", "mp4v");
    private static final Set<String> SOUNDS = Set.of("mp4a", "ac-3", "ec-3", "Opus", "fLaC", "alac", "samr", "sawb");

    /** Whether an entry of this name is of pictures. */
    static boolean isPicture(String codec) {
        return PICTURES.contains(codec);
    }

    /**
     * The track's entry.
     *
     * @throws Refused {@code media-not-taken} if no browser knows the codec; {@code media-malformed}
     */
    static SampleEntry of(FileBytes bytes, BoxReader reader, Box stsd, boolean isVideo) {
        List<Box> entries = all(bytes, reader, stsd);
        Box first = entries.getFirst();
        String codec = first.name();
        Set<String> taken = isVideo ? PICTURES : SOUNDS;
        for (Box entry : entries) {
            if (entry.type() != first.type()) {
                throw MediaRefusals.malformed("stsd");
            }
        }
        if (!taken.contains(codec)) {
            throw MediaRefusals.notTaken("MP4 (" + codec + ")");
        }
        boxesAt(bytes, first, isVideo);
        if (!isVideo) {
            return new SampleEntry(codec, 0, 0);
        }
        int width = bytes.u16(first.body() + 24);
        int height = bytes.u16(first.body() + 26);
        if (width == 0 || height == 0) {
            throw MediaRefusals.malformed("stsd");
        }
        if (width > MOST_SIDE || height > MOST_SIDE) {
            throw MediaRefusals.tooManyPixels(width, height);
        }
        return new SampleEntry(codec, width, height);
    }

    /** Every entry, each long enough for the fields of its kind. */
    static List<Box> all(FileBytes bytes, BoxReader reader, Box stsd) {
        if (stsd.size() < 8) {
            throw MediaRefusals.malformed("stsd");
        }
        List<Box> entries = reader.between(stsd.body() + 8, stsd.end());
        if (entries.isEmpty() || entries.size() != bytes.u32(stsd.body() + 4)) {
            throw MediaRefusals.malformed("stsd");
        }
        return entries;
    }

    /** Where boxes begin in an entry; its end where there can be none. */
    static long boxesAt(FileBytes bytes, Box entry, boolean isVideo) {
        if (entry.size() < (isVideo ? VISUAL_FIELDS : SOUND_FIELDS)) {
            throw MediaRefusals.malformed("stsd");
        }
        if (isVideo) {
            return entry.body() + VISUAL_FIELDS;
        }
        // QuickTime's versions of the sound entry are longer; a reader that ignores them sees garbage for boxes.
        long more = switch (bytes.u16(entry.body() + 8)) {
            case 0 -> 0;
            case 1 -> 16;
            case 2 -> 36;
            default -> throw MediaRefusals.malformed("stsd");
        };
        return Math.min(entry.end(), entry.body() + SOUND_FIELDS + more);
    }
}
