package org.campaignledger.platform.works.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.platform.works.made.Boxes.ints;
import static org.campaignledger.platform.works.made.Boxes.join;
import static org.campaignledger.platform.works.made.Boxes.text;
import static org.campaignledger.platform.works.made.Boxes.zeros;
import static org.campaignledger.platform.works.media.Looked.at;
import static org.campaignledger.platform.works.media.Looked.cut;
import static org.campaignledger.platform.works.media.Looked.refusalOf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.campaignledger.platform.works.made.MadeSound;
import org.junit.jupiter.api.Test;

class SoundTest {

    private static final byte[] WAV = MadeSound.wav(440, 2500);
    private static final byte[] MP3 = MadeSound.mp3(100);

    @Test
    void aWavLastsAsLongAsItsData() {
        Facts facts = at(WAV);
        assertThat(facts.mediaType()).isEqualTo("audio/wav");
        assertThat(facts.durationMillis()).isEqualTo(2500);
    }

    @Test
    void aWavThatAnnouncesMoreThanThereIsIsTruncated() {
        assertThat(refusalOf(cut(WAV, WAV.length - 2))).isEqualTo("media-truncated");
        assertThat(refusalOf(cut(WAV, 12))).isEqualTo("media-truncated");
        byte[] lying = WAV.clone();
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);
        assertThat(refusalOf(lying)).isEqualTo("media-truncated");
    }

    @Test
    void aWavWhoseRateDoesNotFollowFromItsFormatIsRefused() {
        byte[] faster = WAV.clone();
        ByteBuffer.wrap(faster).order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1_000_000);
        assertThat(refusalOf(faster)).isEqualTo("media-malformed");
    }

    @Test
    void anMp3LastsAsLongAsItsFrames() {
        Facts facts = at(MP3);
        assertThat(facts.mediaType()).isEqualTo("audio/mpeg");
        assertThat(facts.durationMillis()).as("100 frames of 1,152 at 44,100").isEqualTo(2612);
    }

    @Test
    void tagsAroundAnMp3AreNoSound() {
        byte[] tagged = join(id3(500), MP3, ape("Artist"), text("TAG"), zeros(125));
        assertThat(at(tagged).durationMillis()).isEqualTo(2612);
    }

    @Test
    void aTagLongerThanTheFileIsTruncated() {
        byte[] huge = join(text("ID3"), new byte[]{4, 0, 0, 127, 127, 127, 127}, MP3);
        assertThat(refusalOf(huge)).isEqualTo("media-truncated");
        assertThat(refusalOf(join(text("ID3"), zeros(7)))).isEqualTo("media-malformed");
    }

    @Test
    void anMp3ThatEndsWithinAFrameOrHoldsOtherThingsIsRefused() {
        assertThat(refusalOf(cut(MP3, MP3.length - 1))).isEqualTo("media-truncated");
        assertThat(refusalOf(join(MP3, text("<html>something else"))))
                .isEqualTo("media-malformed");
    }

    @Test
    void anAnnouncementOfFramesHasToBeTrue() {
        assertThat(at(join(announcing(100), MP3)).durationMillis()).isEqualTo(2612);
        assertThat(refusalOf(join(announcing(10_000), MP3))).isEqualTo("media-lies");
    }

    private static byte[] announcing(int frames) {
        return join(ints(0xfffb9000L), zeros(32), text("Xing"), ints(1, frames), zeros(417 - 48));
    }

    static byte[] id3(int size) {
        return join(text("ID3"), new byte[]{4, 0, 0, 0, 0, (byte) (size >> 7), (byte) (size & 127)}, zeros(size));
    }

    static byte[] ape(String item) {
        byte[] body = join(text(item), zeros(1));
        ByteBuffer footer = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        footer.put(text("APETAGEX")).putInt(2000).putInt(body.length + 32).putInt(1).putInt(0);
        return join(body, footer.array());
    }
}
