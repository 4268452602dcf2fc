package org.campaignledger.platform.works.media.mp4;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.works.media.Facts;
import org.campaignledger.platform.works.media.FileBytes;
import org.campaignledger.platform.works.media.MediaRefusals;

/**
 * Inspects an MP4. How long it lasts is what its samples add up to, in whole units of each track's own clock; a header that
 * says otherwise by more than a second makes the file a liar.
 */
public final class Mp4 {

    private static final int MOST_TRACKS = 64;
    private static final int MOST_BRANDS = 64;
    private static final Set<String> BRANDS = Set.of("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8",
            "iso9", "mp41", "mp42", "avc1", "av01", "hvc1", "M4V", "M4VH", "M4VP", "M4A", "M4B", "MSNV", "dash");

    private Mp4() {}

    /** Whether a file begins as all of this family do. */
    public static boolean isOne(FileBytes bytes) {
        return bytes.has(0, 12) && bytes.i32(4) == Box.type("ftyp");
    }

    /**
     * The facts of an MP4 with pictures, or with sound alone.
     *
     * @throws Refused any {@code media-} refusal
     */
    public static Facts inspect(FileBytes bytes) {
        BoxReader reader = new BoxReader(bytes);
        mustBeTaken(bytes);
        List<Box> top = reader.ofFile();
        BoxReader.one(top, "ftyp");
        if (top.stream().anyMatch(box -> box.is("moof"))) {
            throw MediaRefusals.fragmented();
        }
        // Bytes after the movie that do not even reach a header would have been seen as a box cut short.
        Box moov = BoxReader.find(top, "moov").orElseThrow(MediaRefusals::truncated);
        List<Box> inMoov = reader.in(moov);
        if (inMoov.stream().anyMatch(box -> box.is("mvex"))) {
            throw MediaRefusals.fragmented();
        }
        Header movie = Header.of(bytes, BoxReader.one(inMoov, "mvhd"));
        Ranges samples = new Ranges();
        List<Track> tracks = tracks(bytes, reader, inMoov, movie);
        tracks.forEach(track -> track.table().places(samples));
        mustBeInside(samples, top, bytes.length());
        long millis = tracks.stream().mapToLong(Track::millis).max().orElse(0);
        Track.agree(movie.units(), movie.timescale(), millis);
        return facts(bytes, tracks, millis, new Mp4Redaction(bytes, reader, samples), top);
    }

    private static Facts facts(FileBytes bytes, List<Track> tracks, long millis, Mp4Redaction redaction,
            List<Box> top) {
        List<String> codecs = tracks.stream().map(Track::codec).distinct().toList();
        Track shown = tracks.stream().filter(Track::isVideo).findFirst().orElse(null);
        return shown == null
                ? Facts.lasting("audio/mp4", bytes.length(), millis, null, null, codecs, redaction.of(top))
                : Facts.lasting("video/mp4", bytes.length(), millis, shown.width(), shown.height(), codecs,
                        redaction.of(top));
    }

    private static List<Track> tracks(FileBytes bytes, BoxReader reader, List<Box> inMoov, Header movie) {
        List<Box> traks = inMoov.stream().filter(box -> box.is("trak")).toList();
        if (traks.size() > MOST_TRACKS) {
            throw MediaRefusals.tooComplex();
        }
        List<Track> tracks = new ArrayList<>();
        for (Box trak : traks) {
            if (Track.isShown(bytes, reader, trak)) {
                tracks.add(Track.of(bytes, reader, trak, movie.timescale()));
            }
        }
        if (tracks.isEmpty()) {
            throw MediaRefusals.malformed("trak");
        }
        return tracks;
    }

    /** Samples are in boxes of data, not in headers: a file whose picture is also its own header is built to confuse. */
    private static void mustBeInside(Ranges samples, List<Box> top, long length) {
        Ranges data = new Ranges();
        top.stream().filter(box -> box.is("mdat")).forEach(box -> data.add(box.body(), box.end()));
        data.gaps(0, length, (from, to) -> {
            if (samples.meet(from, to)) {
                throw MediaRefusals.truncated();
            }
        });
    }

    static boolean isKnownBrand(String brand) {
        return BRANDS.contains(brand.strip());
    }

    private static void mustBeTaken(FileBytes bytes) {
        long size = bytes.u32(0);
        if (size < 16 || size > 16 + 4 * MOST_BRANDS) {
            throw MediaRefusals.malformed("ftyp");
        }
        String major = bytes.latin(8, 4).strip();
        boolean taken = BRANDS.contains(major);
        for (long at = 16; at + 4 <= size && !taken && !isOther(major); at += 4) {
            taken = BRANDS.contains(bytes.latin(at, 4).strip());
        }
        if (!taken) {
            throw MediaRefusals.notTaken(nameOf(major));
        }
    }

    /** Families that name MP4 among what they are compatible with, and are not played by every browser. */
    private static boolean isOther(String major) {
        return !nameOf(major).startsWith("MP4");
    }

    private static String nameOf(String major) {
        if (major.startsWith("3g")) {
            return "3GP";
        }
        return switch (major) {
            case "qt" -> "QuickTime";
            case "heic", "heix", "hevc", "hevx", "mif1", "msf1" -> "HEIC";
            case "avif", "avis" -> "AVIF";
            case "crx" -> "CR3";
            default -> "MP4 (" + Box.name(Box.type((major + "    ").substring(0, 4))) + ")";
        };
    }
}
