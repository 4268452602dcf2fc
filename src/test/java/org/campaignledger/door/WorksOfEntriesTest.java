package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.campaignledger.entry.automation.WhenAPersonIsErasedTheirWorksGo;
import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.platform.works.made.MadeSound;
import org.campaignledger.platform.works.made.MadeVideo;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Entries with files: what a category takes, who plays them, what two alike tell, what erasing leaves (rules 11, 12, 23). */
@AtTheDoor
class WorksOfEntriesTest {

    private final Ledger ledger;
    private final Desk fujian;

    WorksOfEntriesTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.fujian = ledger.as("fj");
    }

    private String uploaded(byte[] file) {
        Answer answer = fujian.uploads(fujian.path("works"), file);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.at("/sha256").stringValue();
    }

    private static Form work(String category, String sha256) {
        return new Form().with("category", category).with("submitter.kind", "INDIVIDUAL")
                .with("submitter.name", "皇甫测试").with("submitter.phone", "13800000051").with("title", "我的作品")
                .with("work", sha256);
    }

    private Answer submits(String category, byte[] file) {
        return fujian.sentence("entries", work(category, uploaded(file))).asItIs();
    }

    @Test
    void aVideoStaysUnderThreeMinutes() {
        submits("video", MadeVideo.lasting("刚好不到", 179_900).bytes()).isRecorded();
        submits("video", MadeVideo.lasting("刚好三分钟", 180_000).bytes()).isRefusedWith(422, "work-not-under-duration")
                .naming("work", "work-not-under-duration");
    }

    @Test
    void aVideoMayKeepItsIndexAtTheEnd() {
        submits("video", MadeVideo.lasting("索引在后", 3_000).moovLast().bytes()).isRecorded();
    }

    @Test
    void aCategoryTakesItsOwnMediaOnly() {
        submits("photo", MadeVideo.lasting("不是照片", 1_000).bytes()).isRefusedWith(422, "media-not-of-category");
        submits("video", MadePicture.png("不是视频", 64, 64, 1)).isRefusedWith(422, "media-not-of-category");
        submits("song", MadeSound.wav(440, 500)).isRecorded();
        submits("song", MadeVideo.lasting("也可以是视频", 1_000).bytes()).isRecorded();
    }

    @Test
    void theSameBytesAreADuplicateInTheirCategoryAndInNoOther() {
        byte[] video = MadeVideo.lasting("同一件", 1_500).bytes();
        Answer first = submits("video", video).isRecorded();
        submits("video", video).isRefusedWith(409, "duplicate-record").showing(first);
        submits("recital", video).isRecorded();
        fujian.posts("/api/v1/entries/" + first.id() + "/withdraw").isDone();
        submits("video", video).isRecorded();
    }

    @Test
    void aWorkIsPlayedInPartsByThoseInWhoseScopeItIs() {
        byte[] video = MadeVideo.lasting("可以拖动", 4_000).bytes();
        Answer entry = submits("video", video).isRecorded();
        String work = "/api/v1/entries/" + entry.id() + "/work?waitFor=" + entry.position();
        for (String account : List.of("fj", "host-video", "admin", "auditor")) {
            Answer part = ledger.as(account).sending("Range", "bytes=100-199").gets(work);
            assertThat(part.status()).as(part.toString()).isEqualTo(206);
            assertThat(part.bytes()).isEqualTo(java.util.Arrays.copyOfRange(video, 100, 200));
        }
        for (String account : List.of("gd", "host-song", "judge-gd")) {
            ledger.as(account).gets(work).isRefusedWith(404, "not-found");
        }
        ledger.asNobody().gets(work).isRefusedWith(401, "not-signed-in");
    }

    @Test
    void picturesThatLookAlikeAreToldOfAndNotRefused() {
        Answer first = submits("photo", MadePicture.jpeg("海边", 640, 480, 7)).isRecorded();
        Answer second = submits("photo", MadePicture.png("海边", 320, 240, 7)).isRecorded();
        JsonNode shown = ledger.as("host-photo").gets(second.location() + "?waitFor=" + second.position()).isShown()
                .json();
        assertThat(shown.at("/alike/0/entry").stringValue()).isEqualTo(first.id());
        assertThat(shown.get("noCaptureData").booleanValue()).isTrue();
        Answer thumbnail = ledger.as("host-photo").gets("/api/v1/entries/" + second.id() + "/thumbnail");
        assertThat(thumbnail.header("Content-Type")).isEqualTo("image/jpeg");
    }

    @Test
    void whoeverIsErasedTakesTheirFilesAlongAndOthersKeepTheirs() {
        byte[] video = MadeVideo.lasting("会消失的", 2_000).bytes();
        byte[] shared = MadeVideo.lasting("别人也交了的", 2_000).bytes();
        Answer gone = submits("video", video).isRecorded();
        Answer one = submits("video", shared).isRecorded();
        Answer other = submits("recital", shared).isRecorded();
        for (Answer entry : List.of(gone, one)) {
            String subject = fujian.gets(entry.location() + "?waitFor=" + entry.position()).at("/subject")
                    .stringValue();
            Answer erased = ledger.asAdmin().erases(subject, "本人要求").isDone();
            fujian.gets(entry.location() + "?waitFor=" + erased.position()).isShown();
            assertThat(ledger.database().sql("select distinct fields ->> 'forgotten' from entry_register where id = ?")
                    .param(entry.id()).query(String.class).list()).as("the event's moment, whenever it is written down")
                    .containsExactly(ledger.asAuditor().gets("/api/v1/trail/" + erased.position() + "?waitFor="
                            + erased.position()).at("/recordedAt").stringValue());
        }
        ledger.bean(WhenAPersonIsErasedTheirWorksGo.class).look();
        fujian.gets("/api/v1/entries/" + gone.id() + "/work").isRefusedWith(404, "not-found");
        assertThat(fujian.gets("/api/v1/entries/" + other.id() + "/work").bytes()).isEqualTo(shared);
        assertThat(fujian.gets(gone.location()).at("/work/sha256").stringValue()).hasSize(64);
    }

    @Test
    void aFileThatSomebodyElseSentIsAsGoodAsNone() {
        String sha256 = uploaded(MadeVideo.lasting("福建发来的", 1_200).bytes());
        ledger.as("gd").sentence("entries", work("video", sha256)).asItIs().isRefusedWith(422, "unknown-work");
    }

    @Test
    void aFileThatLiesIsRefusedBeforeAnythingElse() {
        byte[] matroska = new byte[2_000];
        System.arraycopy(new byte[]{0x1A, 0x45, (byte) 0xDF, (byte) 0xA3}, 0, matroska, 0, 4);
        System.arraycopy("webm".getBytes(StandardCharsets.US_ASCII), 0, matroska, 24, 4);
        fujian.uploads(fujian.path("works"), matroska).isRefusedWith(422, "media-not-taken");
        fujian.uploads(fujian.path("works"), new byte[0]).isRefusedWith(422, "media-empty");
        byte[] whole = MadeVideo.lasting("截断的", 2_000).bytes();
        fujian.uploads(fujian.path("works"), java.util.Arrays.copyOf(whole, whole.length - 100))
                .isRefusedWith(422, "media-truncated");
    }
}
