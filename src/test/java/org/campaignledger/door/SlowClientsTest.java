package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever sends a byte now and then does not hold a connection for ever; whoever is slow and steady is served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class SlowClientsTest {

    private OwnLedger own;

    /** A second of grace, 1,000 bytes a second from then on, and two seconds of silence. */
    @BeforeAll
    void start(@TempDir Path data) {
        own = OwnLedger.beginning(TestPostgres.freshDatabase(), data, "--ledger.limits.body.grace=1s",
                "--ledger.limits.body.rate=1000", "--server.tomcat.connection-timeout=2s");
    }

    @AfterAll
    void stop() {
        own.close();
    }

    private static String post(String path, String type, int length, String further) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                + length + "\r\n" + further + "\r\n";
    }

    private static String asAdmin() {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(("admin:" + OwnLedger.PASSWORD).getBytes(
                StandardCharsets.UTF_8)) + "\r\n";
    }

    /** What came until the line was cut, after this head and so many bytes at a time, with pauses. */
    private String sent(String head, int times, int atOnce, int pauseMillis) throws Exception {
        try (Socket line = new Socket("localhost", own.ledger().port())) {
            line.setSoTimeout(30_000);
            OutputStream out = line.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            Thread sender = Thread.ofVirtual().start(() -> dribble(out, times, atOnce, pauseMillis));
            String told = untilCut(line.getInputStream());
            line.close();
            sender.join();
            return told;
        }
    }

    private static void dribble(OutputStream out, int times, int atOnce, int pauseMillis) {
        try {
            for (int i = 0; i < times; i++) {
                out.write(" ".repeat(atOnce).getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                Thread.sleep(pauseMillis);
            }
        } catch (IOException cut) {
            // which is what is wanted
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String untilCut(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException reset) {
            // cut
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aBodyThatComesByteByByteIsRefusedAndTheLineIsCut() throws Exception {
        long began = System.nanoTime();
        String told = sent(post("/api/v1/accounts", "application/json", 5_000, asAdmin()), 300, 1, 100);
        assertThat(told).startsWith("HTTP/1.1 408").contains("\"code\":\"too-slow\"");
        assertThat((System.nanoTime() - began) / 1e9).isLessThan(15);
    }

    /** Answers pile up on the way to whoever does not take them; after two seconds without a byte taken the line is cut. */
    @Test
    void whoAsksAndDoesNotReadIsCutOffAsWell() throws Exception {
        long one = own.ledger().asNobody().gets("/v3/api-docs").isFound().bytes().length;
        int asked = 200;
        try (Socket line = new Socket()) {
            line.setReceiveBufferSize(4_096);
            line.connect(new InetSocketAddress("localhost", own.ledger().port()));
            line.setSoTimeout(30_000);
            line.getOutputStream().write("GET /v3/api-docs HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(asked).getBytes(
                    StandardCharsets.ISO_8859_1));
            Thread.sleep(5_000);
            own.ledger().asNobody().gets("/api/v1/campaigns").isShown();
            assertThat(bytesUntilCut(line.getInputStream())).isPositive().isLessThan(one * asked / 2);
        }
    }

    private static long bytesUntilCut(InputStream in) throws IOException {
        byte[] some = new byte[65_536];
        long bytes = 0;
        try {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                bytes += read;
            }
        } catch (SocketException reset) {
            // cut
        }
        return bytes;
    }

    @Test
    void soIsAForm() throws Exception {
        assertThat(sent(post("/login", "application/x-www-form-urlencoded", 5_000, ""), 300, 1, 100))
                .startsWith("HTTP/1.1 408");
    }

    @Test
    void soIsAFile() throws Exception {
        String head = post("/api/v1/campaigns/" + own.ledger().campaign() + "/imports/events",
                "multipart/form-data; boundary=part", 50_000, asAdmin());
        assertThat(sent(head, 300, 1, 100)).matches("(?s)HTTP/1\\.1 4(08|03|04) .*");
    }

    @Test
    void aBodyThatNobodyReadsIsAnsweredAtOnceAndNotWaitedForMuchLonger() throws Exception {
        long began = System.nanoTime();
        assertThat(sent(post("/api/v1/accounts", "application/json", 5_000, ""), 300, 1, 100)).contains(
                "not-signed-in");
        assertThat((System.nanoTime() - began) / 1e9).as("seconds until the line was cut").isLessThan(15);
    }

    @Test
    void whoeverIsSlowAndSteadyIsServed() throws Exception {
        String told = sent(post("/api/v1/accounts", "application/json", 6_000, asAdmin()
                + "Connection: close\r\n"), 12, 500, 250);
        assertThat(told).as("blanks are no account").startsWith("HTTP/1.1 400");
    }

    @Test
    void aHeadThatIsNotFinishedIsNotWaitedForLongerThanTheSilenceThatIsAllowed() throws Exception {
        long began = System.nanoTime();
        sent("GET / HTTP/1.1\r\nHost: local", 0, 0, 0);
        assertThat((System.nanoTime() - began) / 1e9).isBetween(1.0, 15.0);
    }
}
