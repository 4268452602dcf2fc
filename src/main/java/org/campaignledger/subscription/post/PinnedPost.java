package org.campaignledger.subscription.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over HTTP/1.1 to an address that is given, whatever its name means meanwhile. The JDK's client looks names up
 * by itself, and checks a certificate against what it connects to; so it can connect to a checked address or check the
 * certificate's name, not both. This does no more than a webhook needs: it follows nothing, keeps no connection, and
 * reads the answer no further than its status.
 */
final class PinnedPost {

    private static final int MOST_READ = 8 * 1024;
    private static final int PIECE = 4 * 1024;
    private static final int INFORMATIONAL_END = 200;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: [^\\r\\n]*)?\\r?\\n");
    private static final Pattern HEAD_END = Pattern.compile("\\r?\\n\\r?\\n");

    private final SSLSocketFactory tls;
    private final ScheduledExecutorService deadlines;
    private final Duration timeout;

    /**
     * @param deadlines closes what takes too long
     * @param timeout   for all of it
     */
    PinnedPost(SSLSocketFactory tls, ScheduledExecutorService deadlines, Duration timeout) {
        this.tls = tls;
        this.deadlines = deadlines;
        this.timeout = timeout;
    }

    /**
     * Sends.
     *
     * @return the status of the answer
     * @throws SocketTimeoutException it took longer than it may
     * @throws IOException            it could not be sent, or what came is no answer
     */
    int send(WebhookAddresses.Place to, Map<String, String> headers, byte[] body) throws IOException {
        try (Socket plain = new Socket()) {
            // A trickle never runs into a timeout of reading: the whole has one end.
            // Noted before it closes: whoever reads finds out sooner than that the task is done.
            AtomicBoolean over = new AtomicBoolean();
            ScheduledFuture<?> end = deadlines.schedule(() -> {
                over.set(true);
                close(plain);
            }, timeout.toMillis(), TimeUnit.MILLISECONDS);
            try {
                plain.connect(new InetSocketAddress(to.address(), to.port()), (int) timeout.toMillis());
                plain.setSoTimeout((int) timeout.toMillis());
                Socket socket = to.isSecure() ? secured(plain, to) : plain;
                write(socket.getOutputStream(), to, headers, body);
                return status(socket.getInputStream());
            } catch (IOException broken) {
                if (over.get()) {
                    throw new SocketTimeoutException();
                }
                throw broken;
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAnyway) {
            // There is nothing more to be done with it.
        }
    }

    /** By the certificate's name, which must be the host's: what is connected to is an address. */
    private Socket secured(Socket plain, WebhookAddresses.Place to) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, to.host(), to.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void write(OutputStream out, WebhookAddresses.Place to, Map<String, String> headers, byte[] body)
            throws IOException {
        StringBuilder head = new StringBuilder("POST ").append(to.target()).append(" HTTP/1.1\r\nHost: ")
                .append(to.authority()).append("\r\nConnection: close\r\nContent-Length: ").append(body.length)
                .append("\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private static int status(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        int from = 0;
        while (true) {
            String head = read.toString(StandardCharsets.ISO_8859_1);
            Matcher line = STATUS.matcher(head).region(from, head.length());
            if (line.lookingAt()) {
                int status = Integer.parseInt(line.group(1));
                if (status >= INFORMATIONAL_END) {
                    return status;
                }
                Matcher end = HEAD_END.matcher(head);
                if (end.find(line.start())) {
                    from = end.end();
                    continue;
                }
            } else if (head.indexOf('\n', from) >= 0) {
                throw new IOException("no answer of HTTP/1.1");
            }
            int length = read.size() >= MOST_READ ? -1 : in.read(piece);
            if (length < 0) {
                throw new IOException("no answer");
            }
            read.write(piece, 0, length);
        }
    }
}
