package org.campaignledger.platform.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.campaignledger.platform.works.made.Boxes.box;
import static org.campaignledger.platform.works.made.Boxes.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.works.WorkDownload.Form;
import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.platform.works.made.MadeVideo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WorkDownloadTest {

    private static final String NAME = "Zhang-Invented-San";
    private static final byte[] VIDEO = MadeVideo.lasting("t", 2000).with(box("udta", text(NAME))).bytes();
    private static final byte[] PICTURE = MadePicture.jpeg("t", 4000, 1000, 1);

    @TempDir
    Path folder;

    private WorksFixture all;
    private String video;
    private String picture;

    @BeforeEach
    void open() throws IOException {
        all = new WorksFixture(folder);
        video = all.receives(VIDEO, "fj").sha256();
        picture = all.receives(PICTURE, "fj").sha256();
    }

    @AfterEach
    void close() {
        all.close();
    }

    private MockHttpServletResponse asks(String method, String sha256, Form form, String... headers)
            throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/anywhere");
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        all.download.answer(sha256, form, "no-store", request, response);
        return response;
    }

    private MockHttpServletResponse gets(Form form, String... headers) throws IOException {
        return asks("GET", video, form, headers);
    }

    @Test
    void theOriginalComesWholeWithEverythingThatKeepsItHarmless() throws IOException {
        MockHttpServletResponse answer = gets(Form.ORIGINAL);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEqualTo(VIDEO);
        assertThat(answer.getContentType()).isEqualTo("video/mp4");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("inline");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Security-Policy")).startsWith("sandbox;").contains("default-src 'none'");
        assertThat(answer.getHeader("ETag")).isEqualTo('"' + video + '"');
        assertThat(answer.getHeader("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aPartIsAnsweredAsAPart() throws IOException {
        MockHttpServletResponse answer = gets(Form.ORIGINAL, "Range", "bytes=10-19");
        assertThat(answer.getStatus()).isEqualTo(206);
        assertThat(answer.getHeader("Content-Range")).isEqualTo("bytes 10-19/" + VIDEO.length);
        assertThat(answer.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(VIDEO, 10, 20));
        assertThat(gets(Form.ORIGINAL, "Range", "bytes=-5").getContentAsByteArray())
                .isEqualTo(Arrays.copyOfRange(VIDEO, VIDEO.length - 5, VIDEO.length));
        assertThat(gets(Form.ORIGINAL, "Range", "bytes=" + (VIDEO.length - 1) + "-").getContentAsByteArray())
                .hasSize(1);
        assertThat(gets(Form.ORIGINAL, "Range", "bytes=0-999999999999999999").getContentAsByteArray())
                .isEqualTo(VIDEO);
    }

    @Test
    void whatIsBeyondTheEndIsRefusedAndWhatIsNoRangeIsPassedOver() throws IOException {
        MockHttpServletResponse beyond = gets(Form.ORIGINAL, "Range", "bytes=" + VIDEO.length + "-");
        assertThat(beyond.getStatus()).isEqualTo(416);
        assertThat(beyond.getHeader("Content-Range")).isEqualTo("bytes */" + VIDEO.length);
        assertThat(gets(Form.ORIGINAL, "Range", "bytes=-0").getStatus()).isEqualTo(416);
        for (String none : new String[]{"bytes=5-4", "bytes=0-1,3-4", "lines=1-2", "bytes=-", "bytes=a-b",
                "bytes=99999999999999999999-"}) {
            assertThat(gets(Form.ORIGINAL, "Range", none).getStatus()).as(none).isEqualTo(200);
        }
    }

    @Test
    void aPartOfSomethingElseIsAnsweredWithTheWhole() throws IOException {
        String tag = Objects.requireNonNull(gets(Form.ORIGINAL).getHeader("ETag"));
        assertThat(gets(Form.ORIGINAL, "Range", "bytes=0-0", "If-Range", tag).getStatus()).isEqualTo(206);
        assertThat(gets(Form.ORIGINAL, "Range", "bytes=0-0", "If-Range", "\"other\"").getStatus()).isEqualTo(200);
        assertThat(gets(Form.ORIGINAL, "If-None-Match", tag).getStatus()).isEqualTo(304);
        assertThat(gets(Form.PUBLIC, "If-None-Match", tag).getStatus()).as("another form").isEqualTo(200);
    }

    @Test
    void headTellsTheSameWithoutABody() throws IOException {
        MockHttpServletResponse head = asks("HEAD", video, Form.ORIGINAL);
        assertThat(head.getStatus()).isEqualTo(200);
        assertThat(head.getContentLengthLong()).isEqualTo(VIDEO.length);
        assertThat(head.getContentAsByteArray()).isEmpty();
    }

    @Test
    void thePublicStreamHasTheSameLengthAndNobodysNameInWhateverPartsItComes() throws IOException {
        byte[] whole = gets(Form.PUBLIC).getContentAsByteArray();
        assertThat(whole).hasSameSizeAs(VIDEO);
        assertThat(new String(VIDEO, StandardCharsets.ISO_8859_1)).contains(NAME);
        assertThat(new String(whole, StandardCharsets.ISO_8859_1)).doesNotContain(NAME);
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 50; i++) {
            int from = random.nextInt(whole.length);
            int to = random.nextInt(from, whole.length);
            assertThat(gets(Form.PUBLIC, "Range", "bytes=" + from + "-" + to).getContentAsByteArray())
                    .as("seed %s", seed).isEqualTo(Arrays.copyOfRange(whole, from, to + 1));
        }
    }

    @Test
    void theTagsOfCopiesDoNotTellTheOriginal() throws IOException {
        assertThat(gets(Form.PUBLIC).getHeader("ETag")).doesNotContain(video.substring(0, 8));
        assertThat(asks("GET", picture, Form.THUMBNAIL).getHeader("ETag")).doesNotContain(picture.substring(0, 8));
    }

    @Test
    void picturesHaveTwoCopiesWhichAreMadeAgainWhenTheyAreGone() throws IOException {
        byte[] small = asks("GET", picture, Form.THUMBNAIL).getContentAsByteArray();
        byte[] large = asks("GET", picture, Form.PUBLIC).getContentAsByteArray();
        assertThat(all.receives(small, "x").width()).isEqualTo(480);
        assertThat(all.receives(large, "x").width()).isEqualTo(2048);
        assertThat(all.receives(large, "x").height()).isEqualTo(512);
        for (Path copy : all.files().stream().filter(file -> file.toString().contains("copies")).toList()) {
            Files.delete(copy);
        }
        assertThat(asks("GET", picture, Form.THUMBNAIL).getContentAsByteArray()).isEqualTo(small);
    }

    @Test
    void whatIsNotThereOrHasNoSuchFormIsNotFound() {
        assertThat(catchThrowableOfType(Refused.class, () -> gets(Form.THUMBNAIL)).code()).isEqualTo("not-found");
        for (String none : new String[]{"0".repeat(64), "../../etc/passwd", ""}) {
            assertThat(catchThrowableOfType(Refused.class, () -> asks("GET", none, Form.ORIGINAL)).code())
                    .isEqualTo("not-found");
        }
        all.works.erase(video);
        assertThat(catchThrowableOfType(Refused.class, () -> gets(Form.ORIGINAL)).code()).isEqualTo("not-found");
    }
}
