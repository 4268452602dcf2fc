package org.campaignledger.platform.works.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.platform.works.made.Boxes.box;
import static org.campaignledger.platform.works.made.Boxes.ints;
import static org.campaignledger.platform.works.made.Boxes.join;
import static org.campaignledger.platform.works.made.Boxes.text;
import static org.campaignledger.platform.works.made.Boxes.zeros;
import static org.campaignledger.platform.works.media.Looked.at;
import static org.campaignledger.platform.works.media.Looked.holds;
import static org.campaignledger.platform.works.media.Looked.redacted;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.campaignledger.platform.works.made.MadeSound;
import org.campaignledger.platform.works.made.MadeVideo;
import org.junit.jupiter.api.Test;

/** A name planted wherever files hold names is in no copy for everybody, which plays as long as the original. */
class RedactionTest {

    private static final String NAME = "Zhang-Invented-San";

    private static byte[] copyOf(byte[] original) {
        assertThat(holds(original, NAME)).isTrue();
        Facts facts = at(original);
        byte[] copy = redacted(original, facts.redaction());
        assertThat(copy).hasSameSizeAs(original);
        assertThat(holds(copy, NAME)).isFalse();
        Facts again = at(copy);
        assertThat(again.durationMillis()).isEqualTo(facts.durationMillis());
        assertThat(again.mediaType()).isEqualTo(facts.mediaType());
        assertThat(redacted(copy, again.redaction())).as("nothing is left to do").isEqualTo(copy);
        return copy;
    }

    private static MadeVideo video() {
        return MadeVideo.lasting("t", 2000);
    }

    @Test
    void boxesOfMetadataBecomeFreeSpace() {
        copyOf(video().with(box("udta", box("\u00a9ART", text(NAME)))).bytes());
        copyOf(video().with(box("meta", ints(0), text(NAME))).bytes());
        copyOf(video().with(box("uuid", text("0123456789abcdef"), text(NAME))).bytes());
        copyOf(video().with(box("iods", text(NAME))).bytes());
    }

    @Test
    void boxesBesideTheMovieDoToo() {
        copyOf(join(video().bytes(), box("uuid", text(NAME), zeros(20))));
        copyOf(join(video().bytes(), box("free", text(NAME))));
        copyOf(join(video().moovLast().bytes(), box("XMP_", text(NAME))));
        copyOf(join(video().bytes(), ints(1), text("abcd"), ints(0, 16 + NAME.length()), text(NAME)));
        copyOf(join(video().bytes(), ints(0), text("skip"), text(NAME)));
        copyOf(join(video().bytes(), box("mdat", text(NAME))));
    }

    @Test
    void textsInBoxesThatAreNeededBecomeZeros() {
        byte[] original = video().bytes();
        byte[] compressor = original.clone();
        byte[] name = text(NAME);
        System.arraycopy(name, 0, compressor, Looked.place(original, "avc1\0") + 4 + 42, name.length);
        copyOf(compressor);
    }

    @Test
    void theNameOfAHandlerAndTracksThatAreNotShownGo() {
        byte[] hdlr = box("hdlr", ints(0, 0), text("text"), zeros(12), text(NAME));
        byte[] track = box("trak", box("tkhd", zeros(84)), box("mdia", box("mdhd", zeros(24)), hdlr,
                box("minf", box("stbl", text(NAME)))));
        copyOf(video().with(track).bytes());
    }

    @Test
    void roomBehindATableAndBetweenSamplesGoes() {
        byte[] video = video().moovLast().bytes();
        byte[] more = text(NAME);
        byte[] whole = join(video, more);
        for (String box : new String[]{"moov", "trak", "mdia", "minf", "stbl", "stco"}) {
            int place = Looked.place(whole, box) - 4;
            int size = ByteBuffer.wrap(whole).getInt(place);
            ByteBuffer.wrap(whole).putInt(place, size + more.length);
        }
        copyOf(whole);
    }

    @Test
    void unknownBrandsAreNotPassedOn() {
        byte[] video = video().moovLast().bytes();
        byte[] brands = text("Zhang-Invented-San--");
        byte[] whole = join(Arrays.copyOf(video, 28), brands, Arrays.copyOfRange(video, 28, video.length));
        ByteBuffer.wrap(whole).putInt(0, 28 + brands.length);
        int stco = Looked.place(whole, "stco") + 12;
        ByteBuffer.wrap(whole).putInt(stco, ByteBuffer.wrap(whole).getInt(stco) + brands.length);
        copyOf(whole);
    }

    @Test
    void soundInAnMp4IsTreatedAlike() {
        copyOf(MadeSound.m4a(20, box("udta", box("meta", ints(0), text(NAME)))));
    }

    @Test
    void tagsOfAnMp3BecomeZerosAndKeepTheirLength() {
        byte[] tag = SoundTest.id3(300);
        byte[] name = text(NAME);
        System.arraycopy(name, 0, tag, 60, name.length);
        byte[] copy = copyOf(join(tag, MadeSound.mp3(30)));
        assertThat(holds(Arrays.copyOf(copy, 3), "ID3")).as("players pass over the tag").isTrue();
        copyOf(join(MadeSound.mp3(30), SoundTest.ape(NAME)));
        copyOf(join(MadeSound.mp3(30), text("TAG"), name, zeros(125 - name.length)));
        copyOf(join(MadeSound.mp3(30), SoundTest.ape("x"), text("TAG"), name, zeros(125 - name.length)));
    }

    @Test
    void chunksOfAWavBecomeJunk() {
        byte[] wav = MadeSound.wav(440, 500);
        byte[] list = join(text("LIST"), new byte[]{(byte) (NAME.length() + 4), 0, 0, 0}, text("INFO"), text(NAME));
        byte[] whole = join(wav, list);
        ByteBuffer.wrap(whole).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - 8);
        copyOf(whole);
        copyOf(join(wav, text(NAME)));
    }

    @Test
    void aRedactionIsKeptAndFoundAgain() {
        byte[] original = video().with(box("udta", text(NAME))).bytes();
        Redaction redaction = at(original).redaction();
        assertThat(redacted(original, Redaction.ofBytes(redaction.toBytes()))).isEqualTo(redacted(original, redaction));
        assertThat(Redaction.NONE.isEmpty()).isTrue();
    }
}
