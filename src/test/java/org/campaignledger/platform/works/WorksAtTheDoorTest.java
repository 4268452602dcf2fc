package org.campaignledger.platform.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.platform.works.made.MadeSound;
import org.campaignledger.platform.works.made.MadeVideo;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

@AtTheDoor
class WorksAtTheDoorTest {

    private static final String TYPE = "multipart/form-data; boundary=cut-here";

    private final Ledger ledger;

    WorksAtTheDoorTest(Ledger ledger) {
        this.ledger = ledger;
    }

    private static byte[] form(String part, byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("--cut-here\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"x.webm\"\r\n"
                + "Content-Type: text/html\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(file);
        out.writeBytes("\r\n--cut-here--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Test
    void aRequestThatSaysThatItIsTooLongIsRefusedBeforeAByteOfItArrives() throws IOException {
        Desk desk = ledger.as("fj");
        String port = ledger.bean(Environment.class).getRequiredProperty("local.server.port");
        String who = Base64.getEncoder().encodeToString(("fj:" + OwnLedger.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("POST " + desk.path("works") + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Basic " + who + "\r\nContent-Type: " + TYPE + "\r\nContent-Length: 300000000\r\n"
                    + "\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
    }

    private Answer sends(Desk desk, byte[] file) {
        return desk.sends(desk.path("works"), TYPE, form("file", file));
    }

    @Test
    void aFileIsTakenForWhatItIsAndCanBeFetchedWhereTheAnswerSays() {
        byte[] video = MadeVideo.lasting("door", 2500).bytes();
        Answer answer = sends(ledger.as("fj"), video);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.at("/mediaType").stringValue()).isEqualTo("video/mp4");
        assertThat(answer.at("/bytes").intValue()).isEqualTo(video.length);
        assertThat(answer.at("/durationSeconds").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(answer.at("/width").intValue()).isEqualTo(160);
        assertThat(answer.at("/height").intValue()).isEqualTo(96);
        assertThat(answer.position()).isPositive();
        assertThat(answer.location()).endsWith("/works/" + answer.at("/sha256").stringValue());
        Answer fetched = ledger.as("fj").gets(answer.location() + "?waitFor=" + answer.position()).isShown();
        assertThat(fetched.json()).isEqualTo(answer.json());
    }

    @Test
    void onlyWhoSentItAndWhoSeesAllAreShownIt() {
        Answer answer = sends(ledger.as("host-video"), MadePicture.png("door", 64, 64, 2));
        assertThat(answer.json().has("durationSeconds")).isFalse();
        ledger.as("host-video").gets(answer.location()).isShown();
        ledger.asAdmin().gets(answer.location()).isShown();
        ledger.asAuditor().gets(answer.location()).isShown();
        ledger.as("gd").gets(answer.location()).isRefusedWith(404, "not-found");
        ledger.as("judge-gd").gets(answer.location()).isRefusedWith(404, "not-found");
        ledger.asNobody().gets(answer.location()).isRefusedWith(401, "not-signed-in");
        ledger.asAdmin().reads("works/" + "0".repeat(64)).isRefusedWith(404, "not-found");
        ledger.asAdmin().reads("works/nothing").isRefusedWith(404, "not-found");
    }

    @Test
    void onlyReportersAndHostsSendThem() {
        byte[] file = MadePicture.png("t", 16, 16, 3);
        sends(ledger.asAdmin(), file).isRefusedWith(403, "wrong-role");
        sends(ledger.as("judge-gd"), file).isRefusedWith(403, "wrong-role");
        sends(ledger.asNobody(), file).isRefusedWith(401, "not-signed-in");
        Desk stray = ledger.inCampaign("no-such").as("fj");
        sends(stray, file).isRefusedWith(404, "not-found");
    }

    @Test
    void aKeyMakesItSafeToSendAgain() {
        byte[] file = MadeSound.wav(440, 100);
        Desk desk = ledger.as("fj").sending("Idempotency-Key", "upload-1");
        Answer first = sends(desk, file).isNoReplay();
        assertThat(first.status()).isEqualTo(201);
        Answer again = sends(desk, file).isAReplay();
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.location()).isEqualTo(first.location());
        sends(desk, MadeSound.wav(440, 200)).isRefusedWith(422, "idempotency-key-reused");
        sends(ledger.as("gd").sending("Idempotency-Key", "upload-1"), file).isNoReplay();
        sends(ledger.as("fj").sending("Idempotency-Key", "k".repeat(201)), file)
                .isRefusedWith(422, "invalid-idempotency-key");
    }

    @Test
    void whatIsWrongWithTheFileIsToldOfTheField() {
        sends(ledger.as("fj"), new byte[0]).isRefusedWith(422, "media-empty").namingJust("file media-empty");
        sends(ledger.as("fj"), "<html><script>".getBytes(StandardCharsets.UTF_8))
                .isRefusedWith(422, "media-not-taken").namingJust("file media-not-taken");
    }

    @Test
    void whatIsNoFormIsRefusedBeforeItIsRead() {
        Desk desk = ledger.as("fj");
        desk.sends(desk.path("works"), "application/json", "{}").isRefusedWith(415, "unsupported-media-type");
        desk.sends(desk.path("works"), "multipart/mixed; boundary=x", "--x--").isRefusedWith(415,
                "unsupported-media-type");
        desk.posts(desk.path("works")).isRefusedWith(415, "unsupported-media-type");
        desk.sends(desk.path("works"), "multipart/form-data", "no boundary").isRefusedWith(400, "malformed");
        desk.sends(desk.path("works"), TYPE, "no form").isRefusedWith(422, "missing");
        desk.sends(desk.path("works"), TYPE, "--cut-here--\r\n").isRefusedWith(422, "missing")
                .namingJust("file missing");
        desk.sends(desk.path("works"), TYPE, form("other", new byte[3])).isRefusedWith(400, "malformed")
                .namingJust("other unknown-field");
        byte[] whole = form("file", MadePicture.png("t", 16, 16, 3));
        desk.sends(desk.path("works"), TYPE, Arrays.copyOf(whole, whole.length - 20))
                .isRefusedWith(400, "malformed");
    }
}
