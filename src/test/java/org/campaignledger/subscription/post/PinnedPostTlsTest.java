package org.campaignledger.subscription.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS a message reaches whoever has a trusted certificate of the webhook's name, and nobody else. */
class PinnedPostTlsTest {

    private static final String NAME = "pinned.example.org";
    private static final char[] PASSWORD = "of a test alone".toCharArray();

    @TempDir
    private Path folder;

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();
    private SSLContext ofTheReceiver;
    private SSLContext thatTrustsIt;
    private SSLServerSocket server;

    /** A certificate that the JDK's own tool makes, so that no key stands in the repository. */
    @BeforeEach
    void aReceiverWithACertificate() throws Exception {
        Path store = folder.resolve("receiver.p12");
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "receiver", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + NAME,
                "-ext", "SAN=dns:" + NAME, "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", String.valueOf(PASSWORD)).redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile()).start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).as(() -> said()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        ofTheReceiver = SSLContext.getInstance("TLS");
        ofTheReceiver.init(own.getKeyManagers(), null, null);
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("receiver", keys.getCertificate("receiver"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        thatTrustsIt = SSLContext.getInstance("TLS");
        thatTrustsIt.init(null, trust.getTrustManagers(), null);
        server = (SSLServerSocket) ofTheReceiver.getServerSocketFactory().createServerSocket(0, 1,
                InetAddress.getLoopbackAddress());
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("keytool.txt"));
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        deadlines.shutdownNow();
    }

    /** Answers one message, and tells what it was; empty if the handshake came to nothing. */
    private CompletableFuture<String> hears() {
        return CompletableFuture.supplyAsync(() -> {
            StringBuilder heard = new StringBuilder();
            try (var socket = server.accept()) {
                InputStream in = socket.getInputStream();
                byte[] piece = new byte[4_096];
                while (!heard.toString().endsWith("{}")) {
                    int length = in.read(piece);
                    if (length < 0) {
                        return heard.toString();
                    }
                    heard.append(new String(piece, 0, length, StandardCharsets.US_ASCII));
                }
                socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException brokenOff) {
                // The one who asked did not trust what it saw.
            }
            return heard.toString();
        }, task -> Thread.ofVirtual().start(task));
    }

    private int send(SSLContext trusting, String host) throws IOException, GeneralSecurityException {
        URI uri = URI.create("https://" + host + ":" + server.getLocalPort() + "/hooks");
        return new PinnedPost(trusting.getSocketFactory(), deadlines, Duration.ofSeconds(20)).send(
                new WebhookAddresses.Place(uri, server.getInetAddress(), server.getLocalPort()),
                Map.of("webhook-id", "one"), "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoHasTheNamesCertificateReceivesIt() throws Exception {
        CompletableFuture<String> heard = hears();
        assertThat(send(thatTrustsIt, NAME)).isEqualTo(204);
        assertThat(heard.get(20, TimeUnit.SECONDS)).startsWith("POST /hooks HTTP/1.1\r\nHost: " + NAME + ":")
                .contains("webhook-id: one\r\n").endsWith("\r\n\r\n{}");
    }

    @Test
    void whoHasAnotherNamesCertificateReceivesNothing() throws Exception {
        CompletableFuture<String> heard = hears();
        assertThatThrownBy(() -> send(thatTrustsIt, "other.example.org")).isInstanceOf(SSLException.class)
                .hasMessageContaining("other.example.org");
        assertThat(heard.get(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void whoseCertificateNobodyVouchesForReceivesNothing() throws Exception {
        CompletableFuture<String> heard = hears();
        assertThatThrownBy(() -> send(SSLContext.getDefault(), NAME)).isInstanceOf(SSLException.class);
        assertThat(heard.get(20, TimeUnit.SECONDS)).isEmpty();
    }
}
