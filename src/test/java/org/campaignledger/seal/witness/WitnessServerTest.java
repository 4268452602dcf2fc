package org.campaignledger.seal.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.campaignledger.seal.verify.TestKey;
import org.campaignledger.seal.verify.TestLog;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.tree.Merkle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C2SP tlog-witness, status by status. */
class WitnessServerTest {

    @TempDir
    Path folder;

    private final TestLog log = new TestLog(300);
    private WitnessKey key;
    private WitnessServer server;

    @BeforeEach
    void start() throws Exception {
        key = WitnessKey.in(folder.resolve("key"), "witness.example/w");
        server = new WitnessServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new Witness(folder.resolve("state"), key, InstantSource.system()), List.of(log.key.verifier()),
                new PrintWriter(new StringWriter()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private HttpResponse<String> add(String body) throws IOException, InterruptedException {
        return send(to("/add-checkpoint").POST(BodyPublishers.ofString(body)));
    }

    private String body(int old, List<byte[]> proof, String checkpoint) {
        return "old " + old + "\n" + proof.stream().map(hash -> Base64.getEncoder().encodeToString(hash) + "\n")
                .collect(Collectors.joining()) + "\n" + checkpoint;
    }

    private String body(int old, int size) {
        return body(old, log.consistency(old, size), log.checkpoint(size));
    }

    private HttpResponse<String> latest() throws IOException, InterruptedException {
        String hash = HexFormat.of().formatHex(Merkle.sha256().digest(TestLog.ORIGIN.getBytes(StandardCharsets.UTF_8)));
        return send(to("/" + hash + "/checkpoint").GET());
    }

    @Test
    void aLogThatGrowsIsCosigned() throws Exception {
        for (int[] step : new int[][]{{0, 0}, {0, 7}, {7, 100}, {100, 100}, {100, 300}}) {
            HttpResponse<String> answer = add(body(step[0], step[1]));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Note whole = Note.of((log.checkpoint(step[1]) + answer.body()).getBytes(StandardCharsets.UTF_8));
            assertThat(whole.signedBy(List.of(key.verifier(), log.key.verifier()))).hasSize(2);
        }
        Note kept = Note.of(latest().body().getBytes(StandardCharsets.UTF_8));
        assertThat(kept.text()).isEqualTo(log.text(300));
        assertThat(kept.signedBy(List.of(key.verifier(), log.key.verifier()))).hasSize(2);
    }

    @Test
    void whatIsNoRequest() throws Exception {
        for (String body : new String[]{"", "old 0\n", "old 00\n\n" + log.checkpoint(5), "old -1\n\n" + log.checkpoint(
                5),
                "old 0\nnohash\n\n" + log.checkpoint(5), "old 0\n\n" + log.text(5), "old 6\n\n" + log.checkpoint(5),
                "old 1\n" + (Base64.getEncoder().encodeToString(new byte[32]) + "\n").repeat(64) + "\n"
                        + log.checkpoint(5)}) {
            assertThat(add(body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(send(to("/add-checkpoint").GET()).statusCode()).isEqualTo(405);
        assertThat(send(to("/elsewhere").GET()).statusCode()).isEqualTo(404);
        assertThat(latest().statusCode()).isEqualTo(404);
    }

    @Test
    void aLogThatIsNotKnown() throws Exception {
        TestKey other = TestKey.ofLog("other.example/log", 3);
        String text = log.text(5).replace(TestLog.ORIGIN, "other.example/log");
        assertThat(add(body(0, List.of(), other.signed(text))).statusCode()).isEqualTo(404);
    }

    @Test
    void aSignatureThatIsNotTheLogs() throws Exception {
        TestKey other = TestKey.ofLog(TestLog.ORIGIN, 3);
        assertThat(add(body(0, List.of(), other.signed(log.text(5)))).statusCode()).isEqualTo(403);
        String forged = log.text(5) + "\n" + log.key.line(log.text(6));
        assertThat(add(body(0, List.of(), forged)).statusCode()).isEqualTo(403);
        assertThat(add(body(0, List.of(), forged + log.key.line(log.text(5)))).statusCode()).isEqualTo(403);
    }

    @Test
    void anOldSizeThatIsNotTheLast() throws Exception {
        add(body(0, 100));
        HttpResponse<String> answer = add(body(50, 200));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("100\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(add(body(0, 200)).statusCode()).isEqualTo(409);
    }

    @Test
    void aProofThatProvesNothing() throws Exception {
        assertThat(add(body(0, List.of(new byte[32]), log.checkpoint(5))).statusCode()).isEqualTo(422);
        add(body(0, 100));
        assertThat(add(body(100, List.of(), log.checkpoint(200))).statusCode()).isEqualTo(422);
        TestLog forked = new TestLog(300).forkedAt(3);
        assertThat(add(body(100, forked.consistency(100, 200), forked.checkpoint(200))).statusCode()).isEqualTo(422);
        assertThat(add(body(100, List.of(), forked.checkpoint(100))).statusCode()).isEqualTo(422);
        assertThat(folder.resolve("state.evidence-3")).exists();
        assertThat(add(body(100, 200)).statusCode()).isEqualTo(200);
    }

    @Test
    void anEmptyTreeWithAnotherRoot() throws Exception {
        String text = log.text(5).replace("\n5\n", "\n0\n");
        assertThat(add(body(0, List.of(), log.key.signed(text))).statusCode()).isEqualTo(422);
    }
}
