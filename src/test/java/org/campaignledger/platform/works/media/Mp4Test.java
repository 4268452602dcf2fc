package org.campaignledger.platform.works.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.platform.works.made.Boxes.box;
import static org.campaignledger.platform.works.made.Boxes.ints;
import static org.campaignledger.platform.works.made.Boxes.join;
import static org.campaignledger.platform.works.made.Boxes.padded;
import static org.campaignledger.platform.works.made.Boxes.text;
import static org.campaignledger.platform.works.made.Boxes.zeros;
import static org.campaignledger.platform.works.media.Looked.argumentOf;
import static org.campaignledger.platform.works.media.Looked.at;
import static org.campaignledger.platform.works.media.Looked.cut;
import static org.campaignledger.platform.works.media.Looked.named;
import static org.campaignledger.platform.works.media.Looked.place;
import static org.campaignledger.platform.works.media.Looked.refusalOf;
import static org.campaignledger.platform.works.media.Looked.sized;
import static org.campaignledger.platform.works.media.Looked.with;

import org.campaignledger.platform.works.made.MadeSound;
import org.campaignledger.platform.works.made.MadeVideo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Mp4Test {

    private static final byte[] VIDEO = MadeVideo.lasting("劳动光荣", 12_345).bytes();

    @ParameterizedTest
    @ValueSource(longs = {1, 999, 1000, 179_900, 179_999, 180_000, 180_001})
    void itsDurationIsThatOfItsSamplesToTheMillisecond(long millis) {
        assertThat(at(MadeVideo.lasting("t", millis).bytes()).durationMillis()).isEqualTo(millis);
    }

    @Test
    void aFractionOfAMillisecondIsRoundedDownSoThatUnderIsExact() {
        // 1,000 units of a clock of 3,000: a third of a second each.
        byte[] odd = with(with(VIDEO, "mdhd", 12, 48_000), "mdhd", 16, 12_345);
        assertThat(refusalOf(odd)).as("the samples last 257 ms, the movie says 12 s").isEqualTo("media-lies");
        assertThat(at(MadeSound.m4a(1)).durationMillis()).as("1,024 of 16,000").isEqualTo(64);
    }

    @Test
    void itTellsWhatItIs() {
        Facts facts = at(VIDEO);
        assertThat(facts.mediaType()).isEqualTo("video/mp4");
        assertThat(facts.bytes()).isEqualTo(VIDEO.length);
        assertThat(facts.width()).isEqualTo(160);
        assertThat(facts.height()).isEqualTo(96);
        assertThat(facts.codecs()).containsExactly("avc1");
        assertThat(facts.perceptualHash()).isNull();
    }

    @Test
    void headersAtTheEndAreAsGood() {
        Facts facts = at(MadeVideo.lasting("t", 3000).moovLast().bytes());
        assertThat(facts.durationMillis()).isEqualTo(3000);
    }

    @Test
    void whatIsHeldUprightIsMeasuredUpright() {
        int matrix = place(VIDEO, "tkhd") + 4 + 40 - (place(VIDEO, "tkhd") + 4);
        byte[] turned = with(with(with(with(VIDEO, "tkhd", matrix, 0), "tkhd", matrix + 4, 0x10000), "tkhd",
                matrix + 12, -0x10000), "tkhd", matrix + 16, 0);
        assertThat(at(turned).width()).isEqualTo(96);
        assertThat(at(turned).height()).isEqualTo(160);
    }

    @Test
    void roomAtTheEndChangesNothingButTheLength() {
        Facts facts = at(padded(VIDEO, 100_000));
        assertThat(facts.bytes()).isEqualTo(100_000);
        assertThat(facts.durationMillis()).isEqualTo(12_345);
    }

    @Test
    void soundAloneIsSound() {
        Facts facts = at(MadeSound.m4a(50));
        assertThat(facts.mediaType()).isEqualTo("audio/mp4");
        assertThat(facts.durationMillis()).isEqualTo(3200);
        assertThat(facts.codecs()).containsExactly("mp4a");
        assertThat(facts.width()).isNull();
    }

    @Test
    void aHeaderMayBeOffByASecondAndNoMore() {
        assertThat(at(with(VIDEO, "mvhd", 16, 13_345)).durationMillis()).isEqualTo(12_345);
        assertThat(refusalOf(with(VIDEO, "mvhd", 16, 13_346))).isEqualTo("media-lies");
        assertThat(refusalOf(with(VIDEO, "mvhd", 16, 11_344))).isEqualTo("media-lies");
        assertThat(refusalOf(with(VIDEO, "tkhd", 20, 1))).isEqualTo("media-lies");
        assertThat(refusalOf(with(VIDEO, "mdhd", 16, 0))).isEqualTo("media-lies");
    }

    @Test
    void aLieIsToldWithBothFigures() {
        byte[] lying = with(VIDEO, "mvhd", 16, 100);
        assertThat(argumentOf(lying, "said")).isEqualTo("0.100");
        assertThat(argumentOf(lying, "found")).isEqualTo("12.345");
    }

    @Test
    void editsThatShowTheSameAgainAreALie() {
        byte[] twice = box("edts", box("elst", ints(0, 2, 12_345, 0, 0x10000, 12_345, 0, 0x10000)));
        assertThat(refusalOf(inTrak(twice))).isEqualTo("media-lies");
        byte[] once = box("edts", box("elst", ints(0, 1, 12_345, 0, 0x10000)));
        assertThat(at(inTrak(once)).durationMillis()).isEqualTo(12_345);
    }

    /** A further box at the end of the only track, with the places of the samples moved on. */
    private static byte[] inTrak(byte[] more) {
        byte[] video = MadeVideo.lasting("劳动光荣", 12_345).moovLast().bytes();
        int moov = place(video, "moov") - 4;
        byte[] whole = join(video, more);
        whole = sized(whole, "trak", video.length - place(video, "trak") + 4 + more.length);
        whole = sized(whole, "moov", video.length - moov + more.length);
        return whole;
    }

    @Test
    void aFileThatEndsBeforeItsSamplesDoIsTruncated() {
        assertThat(refusalOf(cut(VIDEO, VIDEO.length - 1))).isEqualTo("media-truncated");
        assertThat(refusalOf(cut(VIDEO, VIDEO.length / 2))).isEqualTo("media-truncated");
        byte[] cutWithinABox = sized(cut(VIDEO, VIDEO.length - 1000), "mdat",
                VIDEO.length - 1000 - place(VIDEO, "mdat") + 4);
        assertThat(refusalOf(cutWithinABox)).isEqualTo("media-truncated");
        assertThat(refusalOf(cut(VIDEO, 20))).isEqualTo("media-truncated");
    }

    @Test
    void samplesOutsideTheDataAreTruncated() {
        assertThat(refusalOf(with(VIDEO, "stco", 8, 0))).as("in the headers").isEqualTo("media-truncated");
        assertThat(refusalOf(with(VIDEO, "stco", 8, 0xffffffffL))).as("far away").isEqualTo("media-truncated");
    }

    @Test
    void withoutHeadersItIsTruncated() {
        assertThat(refusalOf(named(VIDEO, "moov", "free"))).isEqualTo("media-truncated");
    }

    @Test
    void fragmentsAreRefusedAsSuch() {
        assertThat(refusalOf(join(VIDEO, box("moof", box("mfhd", ints(0, 1)))))).isEqualTo("media-fragmented");
        assertThat(refusalOf(MadeVideo.lasting("t", 1000).with(box("mvex", zeros(4))).bytes()))
                .isEqualTo("media-fragmented");
    }

    @Test
    void otherFamiliesOfTheSameFormAreNamed() {
        byte[] quickTime = named(VIDEO, "isom", "qt  ");
        assertThat(refusalOf(quickTime)).isEqualTo("media-not-taken");
        assertThat(argumentOf(quickTime, "found")).isEqualTo("QuickTime");
        assertThat(argumentOf(named(VIDEO, "isom", "3gp4"), "found")).isEqualTo("3GP");
        assertThat(argumentOf(named(VIDEO, "isom", "heic"), "found")).isEqualTo("HEIC");
        assertThat(argumentOf(named(VIDEO, "avc1", "apcn"), "found")).isEqualTo("MP4 (apcn)");
    }

    @Test
    void boxesNestedTenThousandDeepAreOneBox() {
        byte[] nest = box("udta");
        for (int i = 0; i < 10_000; i++) {
            nest = i % 100 == 0 ? box("udta", nest) : box("meta", nest);
        }
        assertThat(at(MadeVideo.lasting("t", 1000).with(nest).bytes()).durationMillis()).isEqualTo(1000);
    }

    @Test
    void tooManyBoxesAreTooComplex() {
        byte[] many = new byte[8 * 30_000];
        for (int i = 0; i < 30_000; i++) {
            System.arraycopy(box("free"), 0, many, 8 * i, 8);
        }
        assertThat(refusalOf(join(VIDEO, many))).isEqualTo("media-too-complex");
    }

    @Test
    void sizesThatAreNoneAreRefused() {
        assertThat(refusalOf(sized(VIDEO, "moov", 7))).isEqualTo("media-malformed");
        assertThat(refusalOf(sized(VIDEO, "trak", 0))).isEqualTo("media-malformed");
        assertThat(refusalOf(sized(VIDEO, "stbl", 0xffffffffL))).isEqualTo("media-truncated");
        assertThat(refusalOf(join(VIDEO, ints(1), text("free"), ints(0x80000000L, 0)))).as("2^63")
                .isEqualTo("media-malformed");
        assertThat(refusalOf(join(VIDEO, ints(1), text("free"), ints(0x7fffffffL, 0xffffffffL)))).as("2^63 - 1")
                .isEqualTo("media-truncated");
        assertThat(refusalOf(join(VIDEO, ints(1), text("free"), ints(0, 8)))).as("shorter than its header")
                .isEqualTo("media-malformed");
    }

    @Test
    void sizesOfEightBytesAndNoneAtTheEndAreTaken() {
        assertThat(at(join(VIDEO, ints(1), text("free"), ints(0, 20), zeros(4))).durationMillis()).isEqualTo(12_345);
        assertThat(at(join(VIDEO, ints(0), text("free"), zeros(100))).durationMillis()).isEqualTo(12_345);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stts", "stsc", "stco"})
    void hugeCountsAreHeldAgainstTheBoxAndTakeNoMemory(String table) {
        assertThat(refusalOf(with(VIDEO, table, 4, 0xffffffffL))).isEqualTo("media-malformed");
    }

    @Test
    void aHugeCountInATableThatOnlyTheRedactionReadsIsRefusedToo() {
        assertThat(refusalOf(with(VIDEO, "stss", 4, 0xffffffffL))).isEqualTo("media-malformed");
    }

    @Test
    void hugeCountsOfSamplesAreRefused() {
        assertThat(refusalOf(with(VIDEO, "stsz", 8, 0xffffffffL))).isEqualTo("media-malformed");
        byte[] allAlike = with(with(VIDEO, "stsz", 4, 1), "stsz", 8, 0xffffffffL);
        assertThat(refusalOf(allAlike)).isEqualTo("media-too-complex");
        assertThat(refusalOf(with(VIDEO, "stts", 8, 0xffffffffL))).isEqualTo("media-malformed");
    }

    @Test
    void aSecondHeaderIsRefusedSinceReadersWouldChooseDifferently() {
        byte[] second = box("mvhd", zeros(100));
        assertThat(refusalOf(MadeVideo.lasting("t", 1000).with(second).bytes())).isEqualTo("media-malformed");
    }

    @Test
    void noBytesAndOneByteAreRefused() {
        assertThat(refusalOf(new byte[0])).isEqualTo("media-empty");
        assertThat(refusalOf(new byte[1])).isEqualTo("media-not-taken");
    }

    @Test
    void aWebmIsAWebmWhateverItIsCalled() {
        byte[] webm = join(ints(0x1a45dfa3L, 0x9f428681L), text("\u0001B\u0082\u0084webm"), zeros(100));
        assertThat(refusalOf(webm)).isEqualTo("media-not-taken");
        assertThat(argumentOf(webm, "found")).isEqualTo("WEBM");
    }
}
