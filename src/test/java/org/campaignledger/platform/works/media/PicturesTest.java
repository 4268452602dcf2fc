package org.campaignledger.platform.works.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.platform.works.made.Boxes.ints;
import static org.campaignledger.platform.works.made.Boxes.join;
import static org.campaignledger.platform.works.made.Boxes.shorts;
import static org.campaignledger.platform.works.made.Boxes.text;
import static org.campaignledger.platform.works.made.Boxes.zeros;
import static org.campaignledger.platform.works.media.Looked.argumentOf;
import static org.campaignledger.platform.works.media.Looked.at;
import static org.campaignledger.platform.works.media.Looked.cut;
import static org.campaignledger.platform.works.media.Looked.holds;
import static org.campaignledger.platform.works.media.Looked.refusalOf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.campaignledger.platform.works.WorkFacts;
import org.campaignledger.platform.works.made.MadePicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

    private static final byte[] JPEG = MadePicture.jpeg("劳动光荣", 640, 400, 7);
    private static final byte[] PNG = MadePicture.png("劳动光荣", 640, 400, 7);
    private static final String NAME = "Zhang-Invented-San";

    @TempDir
    Path folder;

    @Test
    void picturesTellWhatTheyAre() {
        Facts jpeg = at(JPEG);
        assertThat(jpeg.mediaType()).isEqualTo("image/jpeg");
        assertThat(jpeg.width()).isEqualTo(640);
        assertThat(jpeg.height()).isEqualTo(400);
        assertThat(jpeg.durationMillis()).isNull();
        assertThat(at(PNG).mediaType()).isEqualTo("image/png");
    }

    @Test
    void theSamePictureHasNearlyTheSameHashHoweverItIsKept() {
        String jpeg = hash(JPEG);
        assertThat(jpeg).matches("[0-9a-f]{16}");
        assertThat(WorkFacts.distance(jpeg, hash(PNG))).isLessThanOrEqualTo(4);
        assertThat(WorkFacts.distance(jpeg, hash(MadePicture.jpeg("劳动光荣", 1280, 800, 7)))).isLessThanOrEqualTo(10);
        assertThat(WorkFacts.distance(jpeg, hash(MadePicture.jpeg("另一幅", 640, 400, 8)))).isGreaterThan(12);
    }

    private static String hash(byte[] picture) {
        return Objects.requireNonNull(at(picture).perceptualHash());
    }

    @Test
    void ofWhatTheCameraWroteOnlyTheCameraAndTheTimeAreKept() {
        Facts facts = at(withExif(6));
        assertThat(facts.camera()).isEqualTo("Invented Camera 1");
        assertThat(facts.takenOn()).isEqualTo("2019-05-01T08:30:00");
        assertThat(facts.orientation()).isEqualTo(6);
        assertThat(facts.width()).as("held upright").isEqualTo(400);
        assertThat(facts.height()).isEqualTo(640);
        assertThat(facts.toString()).doesNotContain(NAME);
    }

    @Test
    void aCopyIsUprightAndHoldsNothingButPixels() throws IOException {
        byte[] original = join(withExif(6), text(NAME));
        assertThat(holds(original, NAME)).isTrue();
        Path file = Files.write(folder.resolve("w"), original);
        BufferedImage picture = Pictures.upright(file, "image/jpeg", 6, 100);
        assertThat(picture.getHeight()).isEqualTo(100);
        assertThat(picture.getWidth()).isEqualTo(63);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        Pictures.writeJpeg(picture, copy);
        assertThat(holds(copy.toByteArray(), NAME)).isFalse();
        assertThat(holds(copy.toByteArray(), "Exif")).isFalse();
        assertThat(at(copy.toByteArray()).camera()).isNull();
    }

    @Test
    void everyWayToHoldACameraIsUndone() throws IOException {
        BufferedImage drawn = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 8 * 8; i++) {
            drawn.setRGB(i % 8, i / 8, 0xff0000);
        }
        Path file = folder.resolve("corner.png");
        javax.imageio.ImageIO.write(drawn, "png", file.toFile());
        // Where the corner at the top left of what is stored is to be seen.
        String[] corners = {"top left", "top right", "bottom right", "bottom left", "top left", "top right",
                "bottom right", "bottom left"};
        for (int orientation = 1; orientation <= 8; orientation++) {
            BufferedImage upright = Pictures.upright(file, "image/png", orientation, 100);
            assertThat(upright.getWidth()).isEqualTo(orientation < 5 ? 32 : 16);
            assertThat(cornerOf(upright)).as("orientation %s", orientation).isEqualTo(corners[orientation - 1]);
        }
    }

    private static String cornerOf(BufferedImage picture) {
        int right = picture.getWidth() - 3;
        int bottom = picture.getHeight() - 3;
        boolean top = isRed(picture.getRGB(2, 2)) || isRed(picture.getRGB(right, 2));
        boolean left = isRed(picture.getRGB(2, 2)) || isRed(picture.getRGB(2, bottom));
        return (top ? "top" : "bottom") + (left ? " left" : " right");
    }

    private static boolean isRed(int rgb) {
        return (rgb & 0xff0000) > 0x800000;
    }

    @Test
    void picturesThatEndTooSoonAreTruncated() {
        assertThat(refusalOf(cut(JPEG, JPEG.length - 2))).isEqualTo("media-truncated");
        assertThat(refusalOf(cut(JPEG, JPEG.length / 2))).isEqualTo("media-truncated");
        assertThat(refusalOf(cut(JPEG, 4))).isEqualTo("media-truncated");
        assertThat(refusalOf(cut(PNG, PNG.length - 4))).isEqualTo("media-truncated");
        assertThat(refusalOf(cut(PNG, 30))).isEqualTo("media-truncated");
    }

    @Test
    void aPictureOfThreeBillionPixelsIsRefusedBeforeOneIsDecoded() {
        byte[] bomb = PNG.clone();
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        assertThat(refusalOf(bomb)).isEqualTo("media-too-many-pixels");
        assertThat(argumentOf(bomb, "width")).isEqualTo(60_000L);
        byte[] thin = PNG.clone();
        ByteBuffer.wrap(thin).putInt(16, 30_001).putInt(20, 1);
        assertThat(refusalOf(thin)).isEqualTo("media-too-many-pixels");
        ByteBuffer.wrap(thin).putInt(16, -1);
        assertThat(refusalOf(thin)).isEqualTo("media-too-many-pixels");
        ByteBuffer.wrap(thin).putInt(16, 0);
        assertThat(refusalOf(thin)).isEqualTo("media-malformed");
    }

    @Test
    void aJpegOfVeryManyScansIsTooComplex() {
        int scan = Looked.place(JPEG, "\u00ff\u00da");
        byte[] head = cut(JPEG, scan);
        byte[] empty = join(shorts(0xffda, 8), new byte[]{1, 1, 0, 0, 63, 0});
        byte[] many = head;
        for (int i = 0; i < 101; i++) {
            many = join(many, empty);
        }
        assertThat(refusalOf(join(many, shorts(0xffd9)))).isEqualTo("media-too-complex");
        byte[] large = join(head, empty, empty, empty, shorts(0xffd9));
        int frame = Looked.place(large, "\u00ff\u00c0");
        ByteBuffer.wrap(large).putShort(frame + 5, (short) 12_000).putShort(frame + 7, (short) 12_000);
        assertThat(refusalOf(large)).as("three scans of 144 million pixels").isEqualTo("media-too-complex");
    }

    @Test
    void aPictureThatIsSomethingElseBehindItsEndIsTakenAsThePictureItIs() {
        assertThat(at(join(JPEG, text("PK\u0003\u0004<script>"))).mediaType()).isEqualTo("image/jpeg");
    }

    /** The picture with an EXIF block that names a camera, a time, an owner and a place. */
    private static byte[] withExif(int orientation) {
        byte[] make = text("Invented\0");
        byte[] model = text("Camera 1\0");
        byte[] owner = text(NAME + "\0");
        byte[] taken = text("2019:05:01 08:30:00\0");
        int data = 8 + 2 + 6 * 12 + 4;
        int sub = data + make.length + model.length + owner.length;
        int gps = sub + 2 + 12 + 4 + taken.length;
        byte[] ifd0 = join(shorts(6),
                entry(0x010f, 2, make.length, data), entry(0x0110, 2, model.length, data + make.length),
                entry(0x0112, 3, 1, orientation << 16), entry(0x013b, 2, owner.length, data + make.length
                        + model.length),
                entry(0x8769, 4, 1, sub), entry(0x8825, 4, 1, gps), ints(0), make, model, owner);
        byte[] subIfd = join(shorts(1), entry(0x9003, 2, taken.length, sub + 18), ints(0), taken);
        byte[] gpsIfd = join(shorts(1), entry(0x0002, 5, 3, gps + 18), ints(0), ints(39, 1, 54, 1, 0, 1));
        byte[] tiff = join(text("MM"), shorts(42), ints(8), ifd0, subIfd, gpsIfd);
        byte[] segment = join(shorts(0xffe1, 8 + tiff.length), text("Exif\0\0"), tiff);
        return join(cut(JPEG, 2), segment, Arrays.copyOfRange(JPEG, 2, JPEG.length));
    }

    private static byte[] entry(int tag, int type, int count, int value) {
        return join(shorts(tag, type), ints(count, value), zeros(0));
    }
}
