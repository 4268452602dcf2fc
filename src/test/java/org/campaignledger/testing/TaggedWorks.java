package org.campaignledger.testing;

import static org.campaignledger.platform.works.made.Boxes.box;
import static org.campaignledger.platform.works.made.Boxes.ints;
import static org.campaignledger.platform.works.made.Boxes.join;
import static org.campaignledger.platform.works.made.Boxes.shorts;
import static org.campaignledger.platform.works.made.Boxes.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.platform.works.made.MadeVideo;

/** Works as cameras and editing programs write them: whose they are and where they were made stands in the file. */
public final class TaggedWorks {

    /** What stands in every one of them besides the name, and in no copy. */
    public static final List<String> TRACES = List.of("Exif", "Invented", "2019:05:01", "\u00a9ART", "\u00a9xyz",
            "+39.9042");

    private TaggedWorks() {}

    /**
     * A JPEG with an EXIF block that names a camera, an owner, a moment and a place (39° 54' N, 116° 23' E).
     *
     * @param owner of Latin letters
     * @param seed  of the picture: the same picture for the same, whoever owns it
     */
    public static byte[] photo(String owner, long seed) {
        byte[] picture = MadePicture.jpeg("职工摄影", 640, 400, seed);
        byte[] make = text("Invented\0");
        byte[] name = text(owner + "\0");
        byte[] taken = text("2019:05:01 08:30:00\0");
        int data = 8 + 2 + 4 * 12 + 4;
        int sub = data + make.length + name.length;
        int gps = sub + 2 + 12 + 4 + taken.length;
        byte[] ifd = join(shorts(4), entry(0x010f, 2, make.length, data), entry(0x013b, 2, name.length, data
                + make.length), entry(0x8769, 4, 1, sub), entry(0x8825, 4, 1, gps), ints(0), make, name);
        byte[] moment = join(shorts(1), entry(0x9003, 2, taken.length, sub + 18), ints(0), taken);
        int degrees = gps + 2 + 4 * 12 + 4;
        byte[] place = join(shorts(4), entry(0x0001, 2, 2, 'N' << 24), entry(0x0002, 5, 3, degrees),
                entry(0x0003, 2, 2, 'E' << 24), entry(0x0004, 5, 3, degrees + 24), ints(0),
                ints(39, 1, 54, 1, 0, 1, 116, 1, 23, 1, 0, 1));
        byte[] tiff = join(text("MM"), shorts(42), ints(8), ifd, moment, place);
        byte[] segment = join(shorts(0xffe1, 8 + tiff.length), text("Exif\0\0"), tiff);
        return join(Arrays.copyOf(picture, 2), segment, Arrays.copyOfRange(picture, 2, picture.length));
    }

    /**
     * An MP4 with the tags of an editing program ({@code udta}, {@code meta} and {@code ilst}): whose it is, and where it
     * was made.
     *
     * @param seed of the picture: the same stream for the same, if the owners' names are of the same length
     */
    public static byte[] video(String owner, long seed) {
        byte[] tags = box("ilst", box("\u00a9ART", box("data", ints(1, 0), owner.getBytes(StandardCharsets.UTF_8))));
        byte[] udta = box("udta", box("\u00a9xyz", shorts(17, 0x15c7), text("+39.9042+116.4074")),
                box("meta", ints(0), box("hdlr", ints(0, 0), text("mdirappl"), ints(0, 0), text("\0")), tags));
        return new MadeVideo("职工视频", 160, 96, 1_500, true, seed, List.of(udta)).bytes();
    }

    private static byte[] entry(int tag, int type, int count, int value) {
        return join(shorts(tag, type), ints(count, value));
    }
}
