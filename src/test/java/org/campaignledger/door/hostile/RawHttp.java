package org.campaignledger.door.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection on which any bytes can be sent: clients of good breeding refuse to send what is tried here. It comes from
 * an address of its own, so that no limit by address is used up for other tests.
 */
final class RawHttp implements AutoCloseable {

    private static final int MOST_READ = 2 << 20;

    private final int port;
    private final int patienceMillis;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    /** To this port of this machine; what is not answered in this time is given up. */
    RawHttp(int port, int patienceMillis) {
        this.patienceMillis = patienceMillis;
        this.port = port;
    }

    /** Sends a request and reads its answer; once more where a kept connection turns out to be gone. */
    Reply send(byte[] request, boolean withoutBody) throws IOException {
        boolean kept = socket != null;
        try {
            return exchange(request, withoutBody);
        } catch (IOException gone) {
            close();
            if (kept) {
                return exchange(request, withoutBody);
            }
            throw gone;
        }
    }

    private Reply exchange(byte[] request, boolean withoutBody) throws IOException {
        InputStream answer = connected();
        try {
            socket().getOutputStream().write(request);
            socket().getOutputStream().flush();
        } catch (IOException refusedInTheMiddle) {
            // Its answer may be here already.
        }
        return read(answer, withoutBody);
    }

    private Socket socket() throws IOException {
        Socket open = socket;
        if (open == null) {
            throw new EOFException("not connected");
        }
        return open;
    }

    private InputStream connected() throws IOException {
        InputStream open = in;
        if (open == null) {
            Socket fresh = new Socket();
            try {
                fresh.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 77}), 0));
            } catch (BindException onlyOneLoopback) {
                fresh.close();
                fresh = new Socket();
            }
            fresh.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port));
            fresh.setSoTimeout(patienceMillis);
            fresh.setTcpNoDelay(true);
            socket = fresh;
            open = new BufferedInputStream(fresh.getInputStream(), 1 << 14);
            in = open;
        }
        return open;
    }

    private Reply read(InputStream from, boolean withoutBody) throws IOException {
        String first = line(from);
        if (!first.startsWith("HTTP/1.")) {
            throw new IOException("no answer of HTTP: " + first);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        List<String> headers = new ArrayList<>();
        for (String line = line(from); !line.isEmpty(); line = line(from)) {
            int colon = line.indexOf(':');
            headers.add(line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT));
            headers.add(line.substring(colon + 1).strip());
        }
        if (status < 200) {
            return read(from, withoutBody);
        }
        Reply head = new Reply(status, headers, new byte[0], true);
        if (withoutBody || status == 204 || status == 304) {
            return hungUp(head);
        }
        if (head.mediaType().startsWith("text/event-stream")) {
            close();
            return new Reply(status, headers, new byte[0], false);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean whole = "chunked".equals(head.header("transfer-encoding"))
                ? chunks(from, body)
                : take(from, body, length(head));
        if (!whole) {
            close();
        }
        return hungUp(new Reply(status, headers, body.toByteArray(), whole));
    }

    private static long length(Reply head) {
        String length = head.header("content-length");
        return length == null ? Long.MAX_VALUE : Long.parseLong(length);
    }

    private Reply hungUp(Reply reply) {
        if ("close".equals(reply.header("connection")) || reply.header("content-length") == null
                && reply.header("transfer-encoding") == null) {
            close();
        }
        return reply;
    }

    private static boolean chunks(InputStream from, ByteArrayOutputStream body) throws IOException {
        while (true) {
            int size = Integer.parseInt(line(from), 16);
            if (size > 0 && !take(from, body, size)) {
                return false;
            }
            line(from);
            if (size == 0) {
                return true;
            }
        }
    }

    /** Whether all of it was taken; a body that ends with its connection has no length. */
    private static boolean take(InputStream from, ByteArrayOutputStream body, long length) throws IOException {
        byte[] buffer = new byte[1 << 13];
        long left = length;
        while (left > 0) {
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                if (length == Long.MAX_VALUE) {
                    return true;
                }
                throw new EOFException("broken off");
            }
            left -= read;
            body.write(buffer, 0, read);
            if (body.size() > MOST_READ) {
                return false;
            }
        }
        return true;
    }

    private static String line(InputStream from) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new EOFException("no answer");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException gone) {
                // as it should be
            }
        }
    }
}
