package org.campaignledger.subscription.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinnedPostTest {

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();
    private final ServerSocket server;
    private String heard = "";

    PinnedPostTest() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** What the other side does with a connection. */
    private interface Answering {

        void on(OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void nothingWasHeard() {
        heard = "";
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        deadlines.shutdownNow();
    }

    private Thread answers(Answering answering) {
        return Thread.startVirtualThread(() -> {
            try (Socket socket = server.accept()) {
                byte[] piece = new byte[4_096];
                InputStream in = socket.getInputStream();
                while (!heard.endsWith("{}")) {
                    int length = in.read(piece);
                    if (length < 0) {
                        return;
                    }
                    heard += new String(piece, 0, length, StandardCharsets.US_ASCII);
                }
                answering.on(socket.getOutputStream());
            } catch (IOException | InterruptedException gone) {
                // The one who asked has seen enough.
            }
        });
    }

    private int send(String scheme, Duration timeout) throws IOException, GeneralSecurityException {
        URI uri = URI.create(scheme + "://pinned.example.org:" + server.getLocalPort() + "/hooks?a=b");
        return new PinnedPost(SSLContext.getDefault().getSocketFactory(), deadlines, timeout).send(
                new WebhookAddresses.Place(uri, server.getInetAddress(), server.getLocalPort()),
                Map.of("webhook-id", "one"), "{}".getBytes(StandardCharsets.UTF_8));
    }

    private int send() throws IOException, GeneralSecurityException {
        return send("http", Duration.ofSeconds(20));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void itConnectsToTheAddressAndNamesTheHost() throws Exception {
        answers(out -> out.write(ascii("HTTP/1.1 204 No Content\r\n\r\n")));
        assertThat(send()).isEqualTo(204);
        assertThat(heard).startsWith("POST /hooks?a=b HTTP/1.1\r\nHost: pinned.example.org:" + server.getLocalPort()
                + "\r\n").contains("webhook-id: one\r\n", "Content-Length: 2\r\n", "Connection: close\r\n")
                .endsWith("\r\n\r\n{}");
    }

    @Test
    void aRedirectIsAnAnswerLikeAnyOther() throws Exception {
        answers(out -> out.write(ascii("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n")));
        assertThat(send()).isEqualTo(302);
    }

    @Test
    void whatIsOnlyInBetweenIsPassedOver() throws Exception {
        answers(out -> out.write(ascii("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.0 500\r\n\r\n")));
        assertThat(send()).isEqualTo(500);
    }

    @Test
    void anAnswerWithoutEndIsReadNoFurtherThanItsStatus() throws Exception {
        answers(out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n"));
            while (true) {
                out.write(new byte[65_536]);
            }
        });
        assertThat(send()).isEqualTo(200);
    }

    @Test
    void whatIsNoAnswerIsAFailure() {
        answers(out -> out.write(ascii("SSH-2.0-OpenSSH\r\n")));
        assertThatThrownBy(this::send).isInstanceOf(IOException.class).hasMessage("no answer of HTTP/1.1");
    }

    @Test
    void aLineWithoutEndIsAFailure() {
        answers(out -> out.write(ascii("HTTP/1.1 200 " + "x".repeat(200_000))));
        assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    }

    @Test
    void aTrickleEndsWhenItsTimeIsOver() {
        answers(out -> {
            while (true) {
                out.write('H');
                out.flush();
                Thread.sleep(20);
            }
        });
        assertThatThrownBy(() -> send("http", Duration.ofMillis(300))).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void wherePlainTextAnswersThereIsNoTls() {
        Thread.startVirtualThread(() -> {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
                socket.getOutputStream().flush();
                socket.getInputStream().readNBytes(1);
            } catch (IOException gone) {
                // As it should be.
            }
        });
        assertThatThrownBy(() -> send("https", Duration.ofSeconds(20))).isInstanceOf(SSLException.class);
    }
}
