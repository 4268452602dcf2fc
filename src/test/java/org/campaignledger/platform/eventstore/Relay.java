package org.campaignledger.platform.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server on this machine. It can be cut: what is connected breaks off, nobody comes in. And
 * it can be held: everything stays connected, and nothing is carried any more, as on a line that died without a word.
 */
public final class Relay implements AutoCloseable {

    private static final int PART_BYTES = 16 * 1024;

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private volatile boolean cut;
    private boolean held;

    /** To the server at this address, host:port. */
    public Relay(String address) {
        int colon = address.lastIndexOf(':');
        host = address.substring(0, colon);
        port = Integer.parseInt(address.substring(colon + 1));
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::run);
    }

    /** Where clients find it. */
    public String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    private void run() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                if (cut) {
                    end(client);
                    continue;
                }
                Socket server = new Socket(host, port);
                open.add(server);
                Thread.ofVirtual().start(() -> carry(client, server));
                Thread.ofVirtual().start(() -> carry(server, client));
            } catch (IOException gone) {
                // the next one may come through
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] part = new byte[PART_BYTES];
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                awaitRelease();
                out.write(part, 0, length);
            }
        } catch (IOException gone) {
            // both ends are closed below
        } finally {
            end(from);
            end(to);
        }
    }

    private void awaitRelease() throws IOException {
        synchronized (gate) {
            while (held) {
                try {
                    gate.wait();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                    throw new IOException("nobody waits for this line any more", ended);
                }
            }
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed already
        }
    }

    /** Carries nothing any more on any line, old or new; none breaks. */
    public void hold() {
        synchronized (gate) {
            held = true;
        }
    }

    /** Ends {@link #hold}: what was held back goes on. */
    public void release() {
        synchronized (gate) {
            held = false;
            gate.notifyAll();
        }
    }

    /** Breaks every connection and lets nobody in. */
    public void cut() {
        cut = true;
        release();
        open.forEach(this::end);
    }

    /** Ends {@link #cut}. */
    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException gone) {
            // it is closed already
        }
    }
}
