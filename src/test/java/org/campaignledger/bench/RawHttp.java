package org.campaignledger.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** One kept connection with as little work on the client's side as can be: the client shares the cores it measures. */
final class RawHttp implements AutoCloseable {

    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private final String head;
    private final int port;

    /** A status, how long the body was, and the ledger's position; zero where the answer has none. */
    record Reply(int status, int bytes, long position) {}

    RawHttp(int port, String account, String password) {
        this.port = port;
        connect();
        head = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + Base64.getEncoder()
                .encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    private void connect() {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
            out = socket.getOutputStream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Reply get(String path) {
        return send(("GET " + path + head + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    Reply post(String path, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(("POST " + path + head + "Content-Type: " + type + "\r\nContent-Length: " + bytes.length
                + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    /** The same with an idempotency key. */
    Reply once(String path, String body, String key) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(("POST " + path + head + "Idempotency-Key: " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8));
    }

    private Reply send(byte[] request) {
        try {
            out.write(request);
            out.flush();
            int status = Integer.parseInt(line().substring(9, 12));
            int length = -1;
            boolean chunked = false;
            boolean last = false;
            long position = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                String lower = line.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                } else if (lower.startsWith("transfer-encoding:")) {
                    chunked = true;
                } else if (lower.startsWith("ledger-position:")) {
                    position = Long.parseLong(lower.substring(16).strip());
                } else if (lower.startsWith("connection:") && lower.endsWith("close")) {
                    last = true;
                }
            }
            Reply reply = new Reply(status, chunked ? chunks() : skip(Math.max(0, length)), position);
            if (last) {
                close();
                connect();
            }
            return reply;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int chunks() throws IOException {
        int total = 0;
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            total += skip(size);
            line();
        }
        line();
        return total;
    }

    private int skip(int bytes) throws IOException {
        in.skipNBytes(bytes);
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
